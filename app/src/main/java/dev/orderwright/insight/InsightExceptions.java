package dev.orderwright.insight;

import dev.orderwright.shared.exceptions.ExceptionCause;
import dev.orderwright.shared.exceptions.ExceptionSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** What only shows when one looks at everything: what stands still, and books that do not balance. */
@Component
class InsightExceptions implements ExceptionSource {

    private final List<ExceptionCause> causes;

    InsightExceptions(StuckOrders stuck, BooksDrifts drifts) {
        causes = List.of(stuck, drifts);
    }

    @Override
    public List<ExceptionCause> causes() {
        return causes;
    }
}
