package dev.orderwright.shipping;

import dev.orderwright.shared.Cursor;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.exceptions.ExceptionCause;
import dev.orderwright.shared.exceptions.Fix;
import dev.orderwright.shared.exceptions.Mending;
import dev.orderwright.shared.exceptions.OpenException;
import dev.orderwright.shared.exceptions.Reach;
import dev.orderwright.shipping.ParcelExceptions.Reading;
import dev.orderwright.shipping.ShipDesk.Row;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One way in which packages go wrong.
 *
 * @param words what it is called, and what it means, in the language of who reads
 */
record ParcelCause(
        ParcelExceptions all,
        String name,
        int place,
        Supplier<String> words,
        Supplier<String> means,
        List<String> fixNames,
        Reading reading)
        implements ExceptionCause {

    @Override
    public String title() {
        return words.get();
    }

    @Override
    public String meaning() {
        return means.get();
    }

    @Override
    public Set<String> permissions() {
        return Set.of("shipping:write");
    }

    @Override
    public List<Fix> fixes() {
        return fixNames.stream().map(ParcelExceptions::fix).toList();
    }

    @Override
    public Page<OpenException> list(Reach reach, @Nullable String cursor, int limit) {
        long after = Cursor.parse(cursor, Cursor.of(0)).number(0);
        Page<Row> page = Page.of(
                reading.list(reach, after, limit),
                limit,
                row -> Cursor.of(row.parcel().id()));
        return new Page<>(all.open(page.items(), reading, fixNames), page.next());
    }

    @Override
    public List<Long> ofOrder(Reach reach, long orderId) {
        return all.ofOrder(reach, orderId);
    }

    @Override
    public List<OpenException> find(Collection<Long> ids) {
        return all.open(reading.find(ids), reading, fixNames);
    }

    @Override
    public List<Outcome<String>> fix(Mending mending, List<OpenException> open) {
        return all.mend(mending, open);
    }
}
