package dev.orderwright.walk;

import dev.orderwright.Beginning;
import dev.orderwright.World;
import dev.orderwright.shared.BackgroundWork;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two programs on one database that can be emptied and used again, with what goes wrong around them. */
final class Programs implements AutoCloseable {

    private static final Map<String, Object> QUIET = Map.of("logging.level.root", "off");

    /** What belongs to the programs and not to what is done with them. */
    private static boolean isKept(String table) {
        return table.startsWith("access.") || table.equals("insight.projection");
    }

    static final List<String> FOLLOWERS = List.of("order-milestones", "order-search");

    final Plants plants = new Plants();
    /** Whichever program the thread's course is with. */
    final World world;

    private final List<World> all;
    private final Connection connection;
    private final String emptying;
    private boolean keyed = true;
    private Duration skew = Duration.ZERO;

    Programs() {
        String database = World.newDatabase();
        all = List.of(
                World.on(database, QUIET, new ShakyPorts(plants)), World.on(database, QUIET, new ShakyPorts(plants)));
        world = World.oneOf(all, Course::program);
        try {
            connection = world.connection();
            emptying = emptying();
            execute("alter database " + connection.getCatalog() + " set deadlock_timeout = '100ms'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String emptying() throws SQLException {
        return Beginning.emptying(Beginning.tables(connection).stream()
                .filter(table -> !isKept(table))
                .toList());
    }

    /** As if nothing had ever been done, with a bug in them or with none. */
    void empty(@Nullable Plant plant) {
        world.clock().set(World.START);
        skew(Duration.ZERO);
        execute(emptying);
        plants.plant(plant);
        if (keyed != (plant != Plant.MISSING_UNIQUE_KEY)) {
            keyed = !keyed;
            String change =
                    keyed ? "add constraint command_pkey primary key (scope, key)" : "drop constraint command_pkey";
            execute("alter table shared.command " + change);
        }
    }

    void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The second program's clock is so much ahead of the first one's. */
    void skew(Duration ahead) {
        skew = ahead;
        setClocks();
    }

    /** By the current program's clock. */
    Instant now() {
        return all.get(Course.program()).clock().instant();
    }

    /** The first program's clock has been moved. */
    void setClocks() {
        all.getLast().clock().set(world.clock().instant().plus(skew));
    }

    /** One of the current program's workers that follow the facts. */
    BackgroundWork follower(String name) {
        return all.get(Course.program()).beans(BackgroundWork.class).stream()
                .filter(work -> work.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Whether anybody on the database waits for somebody else's lock. */
    boolean somebodyWaits() {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock'")) {
            row.next();
            return row.getLong(1) > 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        all.forEach(World::close);
    }
}
