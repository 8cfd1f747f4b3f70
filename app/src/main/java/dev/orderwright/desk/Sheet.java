package dev.orderwright.desk;

import dev.orderwright.customers.Customer;
import dev.orderwright.orders.OrderDraft;
import dev.orderwright.orders.Quote;
import dev.orderwright.shared.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a phone order would come to as it stands.
 *
 * @param order as it was understood
 * @param customer null while none is chosen, or there is none of that number
 * @param places addresses that his goods went to before, the newest first
 * @param billPlaces addresses that his invoices went to before, where those are others
 * @param draft what would be placed; meaningless where something could not be read
 * @param problems what it would be refused for, by the fields of {@link OrderDraft}
 */
public record Sheet(
        PhoneOrder order,
        @Nullable Customer customer,
        List<KnownAddress> places,
        List<KnownAddress> billPlaces,
        OrderDraft draft,
        Quote quote,
        List<Refusal> problems) {

    /** Those of a line; lines are counted from 0. */
    public List<Refusal> problemsOfLine(int index) {
        return problems.stream().filter(problem -> isOfLine(problem, index)).toList();
    }

    private static boolean isOfLine(Refusal problem, int index) {
        String field = "lines[" + index + "]";
        return problem.field().equals(field) || problem.field().startsWith(field + ".");
    }

    /** Those that are not of a single line. */
    public List<Refusal> otherProblems() {
        return problems.stream()
                .filter(problem -> !problem.field().startsWith("lines["))
                .toList();
    }
}
