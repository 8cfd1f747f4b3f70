package dev.orderwright.workbench;

import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.util.List;
import org.springframework.stereotype.Repository;

/** The statements of saved views. */
@Repository
class SavedViewStore {

    static final Sql OF = Sql.of("""
            select id, list, owner, name, query, shared, position
              from workbench.saved_view
             where list = :list and (owner = :viewer or shared)
             order by owner <> :viewer, case when owner = :viewer then position end, lower(name), id
            """);

    static final Sql COUNT = Sql.of("""
            select count(*) from workbench.saved_view where owner = :owner and list = :list and name <> :name
            """);

    static final Sql SAVE = Sql.of("""
            insert into workbench.saved_view (id, list, owner, name, query, shared, position)
            select :id, :list, :owner, :name, :query, :shared, coalesce(max(position), 0) + 1
              from workbench.saved_view
             where owner = :owner and list = :list
            on conflict (owner, list, name) do update set query = excluded.query, shared = excluded.shared
            returning id
            """);

    static final Sql DELETE = Sql.of("""
            delete from workbench.saved_view where id = :id and owner = :owner
            """);

    static final Sql ARRANGE = Sql.of("""
            update workbench.saved_view v
               set position = coalesce(array_position(:ids::bigint[], v.id), :after + v.position)
             where v.owner = :owner and v.list = :list
            """);

    private final Db db;

    SavedViewStore(Db db) {
        this.db = db;
    }

    List<SavedView> of(Actor viewer, String list) {
        return db.sql(OF)
                .param("list", list)
                .param("viewer", viewer.code())
                .query((row, n) -> new SavedView(
                        row.getLong("id"),
                        row.getString("list"),
                        Actor.of(row.getString("owner")),
                        row.getString("name"),
                        row.getString("query"),
                        row.getBoolean("shared"),
                        row.getInt("position")))
                .list();
    }

    /** How many others than this one there are. */
    int count(Actor owner, String list, String name) {
        return db.sql(COUNT)
                .param("owner", owner.code())
                .param("list", list)
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    /** Returns the id of the new one, or of the one that was replaced. */
    long save(long id, String list, Actor owner, String name, String query, boolean shared) {
        return db.sql(SAVE)
                .param("id", id)
                .param("list", list)
                .param("owner", owner.code())
                .param("name", name)
                .param("query", query)
                .param("shared", shared)
                .query(Long.class)
                .single();
    }

    boolean delete(long id, Actor owner) {
        return db.sql(DELETE).param("id", id).param("owner", owner.code()).update() == 1;
    }

    void arrange(Actor owner, String list, List<Long> ids) {
        db.sql(ARRANGE)
                .param("ids", ids.stream().mapToLong(Long::longValue).toArray())
                .param("after", ids.size())
                .param("owner", owner.code())
                .param("list", list)
                .update();
    }
}
