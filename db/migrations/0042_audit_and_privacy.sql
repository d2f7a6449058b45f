-- Who reads the audit events; erasure and retention.
SELECT 1;
