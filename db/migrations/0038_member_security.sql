-- Members, invitations and handovers: who may see and write them.
SELECT 1;
