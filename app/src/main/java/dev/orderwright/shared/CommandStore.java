package dev.orderwright.shared;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** The log of commands: each key with its content's fingerprint and the answer that was given. */
@Repository
public class CommandStore {

    static final Sql FIND = Sql.of("""
            select id, scope, key, kind, actor, at, content_hash, answer
              from shared.command
             where scope = :scope and key = any(:keys::text[])
            """);

    static final Sql APPEND = Sql.of("""
            insert into shared.command (id, scope, key, kind, actor, at, content_hash, answer)
            select * from unnest(:ids::bigint[], :scopes::text[], :keys::text[], :kinds::text[], :actors::text[],
                                 :ats::timestamptz[], :hashes::bytea[], :answers::text[])
            order by 2, 3
            """);

    static final Sql ALONE = Sql.of("""
            select pg_advisory_xact_lock(hashtextextended(:scope || ' ' || :key, 0))::text
            """);

    private final Db db;

    CommandStore(Db db) {
        this.db = db;
    }

    /**
     * A command that was carried out.
     *
     * @param answer JSON
     */
    public record CommandRow(long id, Cause cause, String kind, byte[] contentHash, String answer) {}

    /** The commands of a scope that were already carried out under these keys. */
    public List<CommandRow> find(String scope, Collection<String> keys) {
        return db.sql(FIND)
                .param("scope", scope)
                .param("keys", keys.toArray(String[]::new))
                .query((row, n) -> new CommandRow(
                        row.getLong("id"),
                        new Cause(
                                Actor.of(row.getString("actor")),
                                row.getString("scope"),
                                row.getString("key"),
                                Db.instantNotNull(row, "at")),
                        row.getString("kind"),
                        row.getBytes("content_hash"),
                        row.getString("answer")))
                .list();
    }

    /** Waits until no other transaction is at work under this key, and keeps others waiting until this one ends. */
    void alone(Cause cause) {
        db.sql(ALONE)
                .param("scope", cause.scope())
                .param("key", cause.key())
                .query(String.class)
                .single();
    }

    /** Records commands with their answers; a key that is there already fails the transaction. Keys go in in order. */
    public void append(List<CommandRow> rows) {
        int n = rows.size();
        long[] ids = new long[n];
        byte[][] hashes = new byte[n][];
        String[][] texts = new String[5][n];
        List<Instant> ats = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            CommandRow row = rows.get(i);
            ids[i] = row.id();
            hashes[i] = row.contentHash();
            texts[0][i] = row.cause().scope();
            texts[1][i] = row.cause().key();
            texts[2][i] = row.kind();
            texts[3][i] = row.cause().actor().code();
            texts[4][i] = row.answer();
            ats.add(row.cause().at());
        }
        db.sql(APPEND)
                .param("ids", ids)
                .param("scopes", texts[0])
                .param("keys", texts[1])
                .param("kinds", texts[2])
                .param("actors", texts[3])
                .param("ats", Db.timestamps(ats))
                .param("hashes", hashes)
                .param("answers", texts[4])
                .later();
    }
}
