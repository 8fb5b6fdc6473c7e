-- The extensions lie in public: the search path of every connection is public,stile, and the engine's tables are in public, too.
create extension if not exists btree_gist schema public;
create extension if not exists pg_trgm schema public;
create extension if not exists unaccent schema public;
