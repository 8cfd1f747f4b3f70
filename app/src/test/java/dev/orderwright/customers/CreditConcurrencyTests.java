package dev.orderwright.customers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CreditConcurrencyTests {

    private final World world = World.shared();
    private final Customers customers = world.bean(Customers.class);
    private final Commands commands = world.bean(Commands.class);
    private final Ids ids = world.bean(Ids.class);

    private final AtomicInteger attempts = new AtomicInteger();

    private long customer(long limit) {
        String number = "K" + ids.next();
        return customers
                .define(
                        cause(),
                        List.of(new CustomerDraft(number, "Ann", null, null, "GB", null, true, 30, "GBP", 5, limit)))
                .orThrow()
                .customers()
                .getFirst()
                .id();
    }

    private Cause cause() {
        return Cause.of(Actor.user("tester"), "k" + ids.next(), world.clock().instant());
    }

    private Outcome<String> reserve(List<Long> asked, long minor) {
        return commands.once(cause(), "test", "test", String.class, run -> {
            attempts.incrementAndGet();
            Map<Long, CreditState> credit = customers.lockCredit(run, asked);
            for (long id : asked) {
                if (Objects.requireNonNull(credit.get(id)).freeMinor() < minor) {
                    return Outcome.refused("credit-limit", "The credit limit is used up.");
                }
            }
            for (long id : asked) {
                customers.changeExposure(run, Map.of(id, minor));
            }
            return Outcome.done("reserved");
        });
    }

    private long done(List<Callable<Outcome<String>>> calls) throws Exception {
        long done = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Outcome<String>> outcome : threads.invokeAll(calls)) {
                done += outcome.get().isDone() ? 1 : 0;
            }
        }
        return done;
    }

    @Test
    void theLastOfTheCreditIsUsedOnce() throws Exception {
        long id = customer(100_00);
        List<Callable<Outcome<String>>> calls = IntStream.range(0, 60)
                .<Callable<Outcome<String>>>mapToObj(i -> () -> reserve(List.of(id), 30_00))
                .toList();
        assertThat(done(calls)).isEqualTo(3);
        assertThat(customers.credit(id).orElseThrow().exposureMinor()).isEqualTo(90_00);
    }

    @Test
    void oppositeOrdersOfLockingNeverDeadlock() throws Exception {
        long a = customer(1_000_00);
        long b = customer(1_000_00);
        List<Callable<Outcome<String>>> calls = IntStream.range(0, 80)
                .<Callable<Outcome<String>>>mapToObj(
                        i -> () -> reserve(i % 2 == 0 ? List.of(a, b) : List.of(b, a), 10_00))
                .toList();
        assertThat(done(calls)).isEqualTo(80);
        assertThat(attempts)
                .as("attempts: none was a deadlock's victim and tried again")
                .hasValue(80);
        assertThat(customers.credit(a).orElseThrow().exposureMinor()).isEqualTo(800_00);
        assertThat(customers.credit(b).orElseThrow().exposureMinor()).isEqualTo(800_00);
    }
}
