package dev.orderwright.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * This program's place among the programs that share the database: it holds a slot of the id space by a lease that it
 * renews while it lives. A crashed program's slot is free again when its lease has run out. A program that stood still
 * for longer than its lease makes no id before it has a slot again, because the old one may be another's by now.
 */
@Component
class ProgramNode implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ProgramNode.class);
    private static final int RENEWALS_PER_LEASE = 4;

    private final Db db;
    private final ProgramNodeStore store;
    private final InstantSource clock;
    private final Duration lease;
    private final String owner;
    private final Thread renewal;
    private volatile Held held;
    private volatile boolean stopped;

    /** A slot, and until when it is surely ours: a little shorter than what the database says. */
    private record Held(int slot, long untilMillis) {}

    @Autowired
    ProgramNode(Db db, Lease lease) {
        this(db, lease, InstantSource.system());
    }

    ProgramNode(Db db, Lease lease, InstantSource clock) {
        this.db = db;
        this.store = new ProgramNodeStore(db);
        this.clock = clock;
        this.lease = lease.length();
        this.owner = ProcessHandle.current().pid() + "@" + Integer.toHexString(System.identityHashCode(this)) + "-"
                + Long.toString(clock.millis(), Character.MAX_RADIX);
        this.held = claim();
        this.renewal = Thread.ofVirtual().name("program-node").start(this::renewForever);
    }

    /** The slot for ids that are made now. */
    int slot() {
        Held now = held;
        return clock.millis() < now.untilMillis() ? now.slot() : heldAgain().slot();
    }

    private Held claim() {
        Instant now = clock.instant();
        return held(db.inOwnTransaction(() -> store.claim(owner, now, now.plus(lease))), now);
    }

    private Held held(int slot, Instant since) {
        return new Held(slot, since.plus(lease.dividedBy(10).multipliedBy(9)).toEpochMilli());
    }

    private synchronized Held heldAgain() {
        if (clock.millis() >= held.untilMillis()) {
            renew();
        }
        return held;
    }

    private synchronized void renew() {
        Instant now = clock.instant();
        int slot = held.slot();
        if (db.inOwnTransaction(() -> store.renew(slot, owner, now.plus(lease)))) {
            held = held(slot, now);
        } else {
            held = claim();
            log.warn("this program stood still, slot {} is another's now; it goes on with slot {}", slot, held.slot());
        }
    }

    private void renewForever() {
        while (!stopped) {
            try {
                Thread.sleep(lease.dividedBy(RENEWALS_PER_LEASE));
                renew();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("could not renew the lease of slot {}: {}", held.slot(), e.getMessage());
            }
        }
    }

    @Override
    public void destroy() {
        stopped = true;
        renewal.interrupt();
        try {
            store.release(held.slot(), owner);
        } catch (RuntimeException e) {
            log.debug("the slot stays leased until it expires: {}", e.getMessage());
        }
    }
}
