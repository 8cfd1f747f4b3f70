package dev.orderwright.fulfilment;

import dev.orderwright.fulfilment.PickTask.Part;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** The statements on pick tasks. Writers hold the locks of the orders. */
@Repository
class PickTaskStore {

    static final Sql INSERT = Sql.of("""
            insert into fulfilment.pick_task (order_id, fulfilment_id, task_no, line_no, item_id, bin, quantity)
            select * from unnest(:orders::bigint[], :fulfilments::bigint[], :numbers::integer[], :lines::integer[],
                                 :items::bigint[], :bins::text[], :quantities::bigint[])
            """);

    static final Sql OF_FULFILMENTS = Sql.of("""
            select order_id, fulfilment_id, task_no, line_no, item_id, bin, quantity, picked, missing, dropped
              from fulfilment.pick_task
             where order_id = any(:orders::bigint[]) and fulfilment_id = any(:fulfilments::bigint[])
             order by fulfilment_id, task_no
            """);

    static final Sql CHANGE = Sql.of("""
            update fulfilment.pick_task t
               set picked = t.picked + c.picked, missing = t.missing + c.missing, dropped = t.dropped + c.dropped
              from unnest(:orders::bigint[], :fulfilments::bigint[], :numbers::integer[], :picked::bigint[],
                          :missing::bigint[], :dropped::bigint[])
                   as c (order_id, fulfilment_id, task_no, picked, missing, dropped)
             where t.order_id = c.order_id and t.fulfilment_id = c.fulfilment_id and t.task_no = c.task_no
            """);

    private static final RowMapper<PickTask> ROW = (row, n) -> new PickTask(
            row.getLong("order_id"),
            row.getLong("fulfilment_id"),
            row.getInt("task_no"),
            row.getInt("line_no"),
            row.getLong("item_id"),
            row.getString("bin"),
            row.getLong("quantity"),
            row.getLong("picked"),
            row.getLong("missing"),
            row.getLong("dropped"));

    private final Db db;

    PickTaskStore(Db db) {
        this.db = db;
    }

    void insert(List<PickTask> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        db.sql(INSERT)
                .param("orders", tasks.stream().mapToLong(PickTask::orderId).toArray())
                .param(
                        "fulfilments",
                        tasks.stream().mapToLong(PickTask::fulfilmentId).toArray())
                .param("numbers", tasks.stream().mapToInt(PickTask::taskNo).toArray())
                .param("lines", tasks.stream().mapToInt(PickTask::lineNo).toArray())
                .param("items", tasks.stream().mapToLong(PickTask::itemId).toArray())
                .param("bins", tasks.stream().map(PickTask::bin).toArray(String[]::new))
                .param(
                        "quantities",
                        tasks.stream().mapToLong(PickTask::quantity).toArray())
                .update();
    }

    /** By fulfilment order and number. */
    List<PickTask> of(Collection<FulfilmentOrder> works) {
        return works.isEmpty()
                ? List.of()
                : db.sql(OF_FULFILMENTS)
                        .param(
                                "orders",
                                works.stream()
                                        .mapToLong(FulfilmentOrder::orderId)
                                        .toArray())
                        .param(
                                "fulfilments",
                                works.stream().mapToLong(FulfilmentOrder::id).toArray())
                        .query(ROW)
                        .list();
    }

    void pick(List<Part> parts) {
        change(parts, 1, 0, 0);
    }

    void miss(List<Part> parts) {
        change(parts, 0, 1, 0);
    }

    void drop(List<Part> parts) {
        change(parts, 0, 0, 1);
    }

    /** A task may come once only: an update from a list takes one of several matches. */
    private void change(List<Part> parts, int picked, int missing, int dropped) {
        if (parts.isEmpty()) {
            return;
        }
        int changed = db.sql(CHANGE)
                .param(
                        "orders",
                        parts.stream().mapToLong(part -> part.task().orderId()).toArray())
                .param(
                        "fulfilments",
                        parts.stream()
                                .mapToLong(part -> part.task().fulfilmentId())
                                .toArray())
                .param(
                        "numbers",
                        parts.stream().mapToInt(part -> part.task().taskNo()).toArray())
                .param(
                        "picked",
                        parts.stream()
                                .mapToLong(part -> picked * part.quantity())
                                .toArray())
                .param(
                        "missing",
                        parts.stream()
                                .mapToLong(part -> missing * part.quantity())
                                .toArray())
                .param(
                        "dropped",
                        parts.stream()
                                .mapToLong(part -> dropped * part.quantity())
                                .toArray())
                .update();
        if (changed != parts.size()) {
            throw new IllegalStateException("pick tasks are there once each, or not at all: " + parts);
        }
    }
}
