-- Second factors, passkeys and password resets.
SELECT 1;
