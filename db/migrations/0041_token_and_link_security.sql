-- API tokens and reporter links.
SELECT 1;
