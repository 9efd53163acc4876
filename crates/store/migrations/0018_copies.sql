-- How often something changed that everybody may read: a copy of a public page is good while this number stands.
-- PostgreSQL needs no such row, and one that every change writes would make its changes wait for each other.
--sqlite
CREATE TABLE public_change (n BIGINT NOT NULL);
INSERT INTO public_change (n) VALUES (1);
--both
