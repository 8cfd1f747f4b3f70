package dev.orderwright.shared;

import javax.sql.DataSource;

/** A database as the program makes it when it starts, without the program. */
public final class Migrated {

    private Migrated() {}

    public static void migrate(DataSource database) {
        new Migrations(database).requireDone();
    }
}
