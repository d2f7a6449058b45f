-- The sign-in services of organisations.
SELECT 1;
