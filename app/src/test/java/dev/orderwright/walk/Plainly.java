package dev.orderwright.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.shared.Outcome;
import java.util.Random;
import java.util.function.Supplier;

/** Nothing goes wrong on the way; at most somebody is in doubt and asks again at once. */
final class Plainly implements Doing {

    private static final int PERCENT_TWICE = 15;

    private final Random random;

    Plainly(Random random) {
        this.random = random;
    }

    @Override
    public <T> Came command(Command<T> command) {
        Outcome<T> outcome = command.send();
        Came came = command.tell(outcome);
        if (outcome instanceof Outcome.Done<T>(T answer, boolean replayed) && random.nextInt(100) < PERCENT_TWICE) {
            assertThat(command.send().orThrow())
                    .as("the answer to the same command again")
                    .isEqualTo(answer);
        }
        return came;
    }

    @Override
    public Came round(Supplier<Came> work) {
        return work.get();
    }
}
