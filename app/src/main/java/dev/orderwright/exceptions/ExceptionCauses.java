package dev.orderwright.exceptions;

import dev.orderwright.shared.exceptions.ExceptionCause;
import dev.orderwright.shared.exceptions.ExceptionSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The causes that all modules know of, in their order. */
@Component
class ExceptionCauses {

    private final List<ExceptionCause> all;

    ExceptionCauses(List<ExceptionSource> sources) {
        all = sources.stream()
                .flatMap(source -> source.causes().stream())
                .sorted(Comparator.comparingInt(ExceptionCause::place).thenComparing(ExceptionCause::name))
                .toList();
        Set<String> names = new HashSet<>();
        for (ExceptionCause cause : all) {
            if (!names.add(cause.name())) {
                throw new IllegalStateException("two causes of exceptions are called " + cause.name());
            }
            if (cause.fixes().size() > ExceptionCause.FIXES_MAX) {
                throw new IllegalStateException("more fixes than keys: " + cause.name());
            }
        }
    }

    List<ExceptionCause> all() {
        return all;
    }

    Optional<ExceptionCause> find(String name) {
        return all.stream().filter(cause -> cause.name().equals(name)).findFirst();
    }
}
