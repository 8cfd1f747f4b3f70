package dev.orderwright.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.Drifts;
import dev.orderwright.orders.OrderCounts;
import dev.orderwright.orders.OrderQueries.View;
import dev.orderwright.shared.Cause;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Looks at the books past the programs, after every step, and holds them against the reference. */
final class Watch implements AutoCloseable {

    private final Programs programs;
    private final Drifts drifts;
    private final Connection connection;
    private final PreparedStatement question;
    private final PreparedStatement known;
    private Reference reference = new Reference(Map.of());
    private Seen last = new Seen(Map.of());

    Watch(Programs programs) {
        this.programs = programs;
        Map<String, String> laws = new HashMap<>(Walk.laws());
        laws.putAll(ReadModels.LAWS);
        laws.putAll(DayLaws.in("Europe/London"));
        drifts = new Drifts(programs.world, laws);
        try {
            connection = programs.world.connection();
            question = Seen.question(connection);
            known = connection.prepareStatement("select 1 from shared.command where scope = ? and key = ?");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void begin(Reference of) {
        reference = of;
        last = Seen.now(question);
    }

    Seen last() {
        return last;
    }

    /** What is now; it breaks no law. */
    Seen look() {
        Seen now = Seen.now(question);
        reference.check(now);
        last = now;
        return now;
    }

    void nothingHasHappened(Seen since, String why) {
        assertThat(last.since(since))
                .as("what has happened, and must not: %s", why)
                .isEmpty();
    }

    void tells(Object answer, Seen before) {
        reference.checkAnswer(answer, before, last);
    }

    /** Whether the database has taken in what was asked under the key. */
    boolean knows(Cause cause) {
        try {
            known.setString(1, cause.scope());
            known.setString(2, cause.key());
            try (ResultSet row = known.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Facts are followed when no transaction is running that may have been before them, on whatever database. */
    boolean hasMoreToFollow() {
        return number("select count(*) from shared.fact f join insight.projection p"
                        + " on (f.tx::text::bigint, f.id) > (p.tx, p.fact_id)")
                > 0;
    }

    private long number(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All of the books, and what is read of them. */
    void reckon() {
        drifts.assertNone();
        OrderCounts views = programs.world.bean(OrderCounts.class);
        Map<View, Long> counts =
                views.of(LocalDate.ofInstant(programs.world.clock().instant(), ZoneOffset.UTC));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ReadModels.COUNTS)) {
            row.next();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                View view = View.valueOf(row.getMetaData().getColumnLabel(i));
                assertThat(counts.get(view)).as("orders counted as %s", view).isEqualTo(row.getLong(i));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        drifts.close();
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
