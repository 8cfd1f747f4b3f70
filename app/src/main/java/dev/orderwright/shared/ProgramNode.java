package dev.orderwright.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * This program's place among the programs that share the database: it holds a slot of the id space by a lease that it
 * renews while it lives. A crashed program's slot is free again when its lease has run out.
 */
@Component
class ProgramNode implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ProgramNode.class);
    private static final Duration LEASE = Duration.ofSeconds(90);
    private static final Duration RENEW_EVERY = Duration.ofSeconds(20);

    private final ProgramNodeStore store;
    private final InstantSource clock = InstantSource.system();
    private final String owner;
    private final int slot;
    private final Thread renewal;
    private volatile boolean stopped;

    ProgramNode(Db db) {
        store = new ProgramNodeStore(db);
        owner = ProcessHandle.current().pid() + "@" + Integer.toHexString(System.identityHashCode(this)) + "-"
                + Long.toString(clock.millis(), Character.MAX_RADIX);
        slot = store.claim(owner, clock.instant(), clock.instant().plus(LEASE));
        renewal = Thread.ofVirtual().name("program-node").start(this::renew);
    }

    int slot() {
        return slot;
    }

    private void renew() {
        while (!stopped) {
            try {
                Thread.sleep(RENEW_EVERY);
                Instant now = clock.instant();
                if (!store.renew(slot, owner, now.plus(LEASE))) {
                    log.error("slot {} of the id space was lost to another program; stop this one", slot);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("could not renew the lease of slot {}: {}", slot, e.getMessage());
            }
        }
    }

    @Override
    public void destroy() {
        stopped = true;
        renewal.interrupt();
        try {
            store.release(slot, owner);
        } catch (RuntimeException e) {
            log.debug("the slot stays leased until it expires: {}", e.getMessage());
        }
    }
}
