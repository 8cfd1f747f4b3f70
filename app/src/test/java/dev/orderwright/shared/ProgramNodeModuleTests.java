package dev.orderwright.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.SettableClock;
import dev.orderwright.World;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Programs that share a database never make the same id, whatever stands still for how long. */
class ProgramNodeModuleTests {

    private static final Duration LEASE = Duration.ofSeconds(90);

    private final Db db = World.shared().bean(Db.class);
    /** Long ago, so that the slots of programs that really run are never free. */
    private final SettableClock clock = new SettableClock(Instant.parse("2024-06-01T08:00:00Z"));

    private final ProgramNode node = new ProgramNode(db, new Lease(LEASE), clock);

    @AfterEach
    void leave() {
        node.destroy();
    }

    @Test
    void aProgramThatStoodStillGoesOnWithAnotherSlotWhenItsOwnWasTaken() {
        Ids ids = new Ids(clock, node::slot);
        int before = node.slot();
        clock.advance(LEASE.plusSeconds(1));
        ProgramNode successor = new ProgramNode(db, new Lease(LEASE), clock);
        try {
            assertThat(successor.slot()).isEqualTo(before);
            assertThat(ids.next()).isNotEqualTo(new Ids(clock, successor::slot).next());
            assertThat(node.slot()).isNotEqualTo(before);
        } finally {
            successor.destroy();
        }
    }

    @Test
    void aProgramThatStoodStillKeepsItsSlotWhenNobodyTookIt() {
        int before = node.slot();
        clock.advance(LEASE.plusSeconds(1));
        assertThat(node.slot()).isEqualTo(before);
        ProgramNode other = new ProgramNode(db, new Lease(LEASE), clock);
        try {
            assertThat(other.slot()).isNotEqualTo(before);
        } finally {
            other.destroy();
        }
    }

    @Test
    void aSlotIsRenewedBeforeTheDatabaseWouldGiveItAway() {
        Instant begun = clock.instant();
        int before = node.slot();
        clock.advance(LEASE.minusSeconds(1));
        assertThat(node.slot()).isEqualTo(before);
        assertThat(Duration.between(begun, clock.instant())).isLessThan(LEASE);
        clock.advance(Duration.ofSeconds(2));
        ProgramNode other = new ProgramNode(db, new Lease(LEASE), clock);
        try {
            assertThat(other.slot()).isNotEqualTo(before);
        } finally {
            other.destroy();
        }
    }
}
