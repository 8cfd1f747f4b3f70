package dev.orderwright.bench;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of a command line, one after the other. */
public final class Words {

    private final List<String> words;
    private int next;

    public Words(List<String> words) {
        this.words = words;
    }

    /** The command line was wrong; the message says how. */
    public static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Wrong(String message) {
            super(message);
        }
    }

    /** Null at the end. */
    public @Nullable String next() {
        return next < words.size() ? words.get(next++) : null;
    }

    /** What stands behind an option. */
    public String value(String option) {
        String value = next();
        if (value == null) {
            throw new Wrong(option + " needs a value");
        }
        return value;
    }

    /** A whole number that stands behind an option. */
    public long number(String option, long least, long most) {
        String value = value(option);
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new Wrong(option + " needs a whole number, not " + value);
        }
        throw new Wrong(option + " must be between " + least + " and " + most + ", not " + value);
    }

    /** Seconds that stand behind an option, maybe with decimals. */
    public Duration seconds(String option, String least, String most) {
        String value = value(option);
        try {
            BigDecimal seconds = new BigDecimal(value);
            if (seconds.compareTo(new BigDecimal(least)) >= 0 && seconds.compareTo(new BigDecimal(most)) <= 0) {
                return Duration.ofMillis(seconds.movePointRight(3).longValue());
            }
        } catch (NumberFormatException e) {
            throw new Wrong(option + " needs a number of seconds, not " + value);
        }
        throw new Wrong(option + " must be between " + least + " and " + most + ", not " + value);
    }
}
