package dev.orderwright.launcher;

import dev.orderwright.launcher.postgres.PostgresServer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Not ready while the database server inside is being started again; a database of the user's own looks after itself. */
@Component("databaseServer")
class DatabaseServerHealth implements HealthIndicator {

    private final ObjectProvider<PostgresServer> server;

    DatabaseServerHealth(ObjectProvider<PostgresServer> server) {
        this.server = server;
    }

    @Override
    public Health health() {
        PostgresServer inside = server.getIfAvailable();
        if (inside == null) {
            return Health.up().withDetail("server", "external").build();
        }
        return switch (inside.state()) {
            case RUNNING ->
                Health.up()
                        .withDetail("server", "PostgreSQL " + inside.release())
                        .build();
            case RESTARTING, STOPPED ->
                Health.down()
                        .withDetail("reason", inside.trouble().orElse("The database server is stopping."))
                        .build();
        };
    }
}
