package dev.orderwright.fulfilment;

import dev.orderwright.fulfilment.PickTask.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The open pick tasks of some fulfilment orders while a command works through them. */
final class TaskBook {

    private final Map<Long, List<PickTask>> byWork = new HashMap<>();
    private final Map<PickTask, Long> taken = new LinkedHashMap<>();

    TaskBook(List<PickTask> tasks) {
        tasks.forEach(task -> byWork.computeIfAbsent(task.fulfilmentId(), id -> new ArrayList<>())
                .add(task));
    }

    /** The tasks of a fulfilment order by number, also those that are done. */
    List<PickTask> of(long fulfilmentId) {
        return byWork.getOrDefault(fulfilmentId, List.of());
    }

    /** What is still to be taken of a task, after what was taken here. */
    long open(PickTask task) {
        return task.open() - taken.getOrDefault(task, 0L);
    }

    long open(long fulfilmentId, Predicate<PickTask> which) {
        return of(fulfilmentId).stream().filter(which).mapToLong(this::open).sum();
    }

    /**
     * Takes a quantity from the open tasks of a fulfilment order, the first ones first.
     *
     * @throws IllegalStateException when less is open: callers check first
     */
    List<Part> take(long fulfilmentId, Predicate<PickTask> which, long quantity) {
        return take(of(fulfilmentId).stream().filter(which).toList(), quantity);
    }

    /** Takes a quantity of a line, the last tasks first: what is given back was to be picked last. */
    List<Part> takeFromTheEnd(long fulfilmentId, int lineNo, long quantity) {
        return take(
                of(fulfilmentId).stream()
                        .filter(task -> task.lineNo() == lineNo)
                        .toList()
                        .reversed(),
                quantity);
    }

    private List<Part> take(List<PickTask> tasks, long quantity) {
        List<Part> parts = new ArrayList<>();
        long left = quantity;
        for (PickTask task : tasks) {
            long part = Math.min(left, open(task));
            if (part > 0) {
                taken.merge(task, part, Long::sum);
                parts.add(new Part(task, part));
                left -= part;
            }
        }
        if (left > 0) {
            throw new IllegalStateException(left + " of " + quantity + " units are not open in " + tasks);
        }
        return parts;
    }

    /** Everything that was taken, each task once. */
    List<Part> taken() {
        return taken.entrySet().stream()
                .map(entry -> new Part(entry.getKey(), entry.getValue()))
                .toList();
    }
}
