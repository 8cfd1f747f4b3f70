package dev.orderwright.orders;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Repository;

/** Reads orders of which units are reserved and none is worked on, without locks. */
@Repository
class UnreleasedStore {

    private static final int WORKED_ON = SliceState.RELEASED.bit() | SliceState.PICKED.bit() | SliceState.PACKED.bit();

    static final Sql HEADS = Sql.of(OrderStore.SELECT_HEAD + """
             where id > :after and lifecycle = 'CONFIRMED'
               and (slice_states & :reserved) <> 0 and (slice_states & :workedOn) = 0
             order by id
             limit :limit
            """);

    static final Sql NODES_ON_HOLD = Sql.of("""
            select distinct scope_id
              from orders.hold
             where state = 'ACTIVE' and scope = 'NODE' and blocks && '{RESERVE,RELEASE}'::text[]
            """);

    private final Db db;

    UnreleasedStore(Db db) {
        this.db = db;
    }

    List<OrderHead> heads(long after, int limit) {
        return db.sql(HEADS)
                .param("after", after)
                .param("reserved", SliceState.RESERVED.bit())
                .param("workedOn", WORKED_ON)
                .param("limit", limit)
                .query(OrderStore.HEAD)
                .list();
    }

    Set<Long> nodesOnHold() {
        return new HashSet<>(db.sql(NODES_ON_HOLD).query(Long.class).list());
    }
}
