package dev.orderwright.channels;

/** A file as it was sent, kept in the database. */
record StoredFile(long id, String sha256, long bytes) {}
