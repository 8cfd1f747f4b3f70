package dev.orderwright.access;

import dev.orderwright.shared.web.Who;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells who comes with a secret of a program: an API key or the key of the command line. */
@Component
public class Credentials {

    private final ApiKeys keys;
    private final CliKey cliKey;
    private final SignInThrottle throttle;

    Credentials(ApiKeys keys, CliKey cliKey, SignInThrottle throttle) {
        this.keys = keys;
        this.cliKey = cliKey;
        this.throttle = throttle;
    }

    /** What a secret is worth. */
    public sealed interface Result {

        /** It is known. */
        record Known(Who who) implements Result {}

        /** It is not, or no longer. */
        record Unknown() implements Result {}

        /** Too many wrong ones came from there. */
        record TryLater(Duration pause) implements Result {}
    }

    public Result find(String secret, String address) {
        Optional<Duration> wait = throttle.wait(address);
        if (wait.isPresent()) {
            return new Result.TryLater(wait.get());
        }
        Optional<Who> who = keys.find(secret).or(() -> cliKey.find(secret));
        if (who.isEmpty()) {
            throttle.failed(address);
            return new Result.Unknown();
        }
        return new Result.Known(who.get());
    }
}
