package dev.orderwright.channels;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The statements that keep files. */
@Repository
class FileStore {

    static final Sql BEGIN = Sql.of("""
            insert into channels.import_file (id, sha256, bytes, stored_at) values (:id, null, 0, :at)
            """);

    static final Sql ADD_CHUNK = Sql.of("""
            insert into channels.import_chunk (file_id, chunk_no, content) values (:file, :no, :content)
            """);

    static final Sql CHUNK = Sql.of("""
            select content from channels.import_chunk where file_id = :file and chunk_no = :no
            """);

    static final Sql BY_HASH = Sql.of("""
            select id, sha256, bytes from channels.import_file where sha256 = :sha256
            """);

    static final Sql END = Sql.of("""
            update channels.import_file set sha256 = :sha256, bytes = :bytes, stored_at = :at where id = :id
            """);

    static final Sql REMOVE = Sql.of("""
            with gone as (delete from channels.import_file where id = :id)
            delete from channels.import_chunk where file_id = :id
            """);

    /** Files whose sender broke off, or that nobody imports. */
    static final Sql REMOVE_UNUSED = Sql.of("""
            with gone as (
                delete from channels.import_file f
                 where f.stored_at < :before
                   and not exists (select 1 from channels.import_job j where j.file_id = f.id)
                returning f.id)
            delete from channels.import_chunk c using gone where c.file_id = gone.id
            """);

    private final Db db;

    FileStore(Db db) {
        this.db = db;
    }

    void begin(long id, Instant at) {
        db.sql(BEGIN).param("id", id).param("at", Db.timestamp(at)).update();
    }

    void addChunk(long fileId, int no, byte[] content) {
        db.sql(ADD_CHUNK)
                .param("file", fileId)
                .param("no", no)
                .param("content", content)
                .update();
    }

    Optional<byte[]> chunk(long fileId, int no) {
        return db.sql(CHUNK)
                .param("file", fileId)
                .param("no", no)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    Optional<StoredFile> byHash(String sha256) {
        return db.sql(BY_HASH)
                .param("sha256", sha256)
                .query((row, n) -> new StoredFile(row.getLong("id"), row.getString("sha256"), row.getLong("bytes")))
                .optional();
    }

    void end(StoredFile file, Instant at) {
        db.sql(END)
                .param("id", file.id())
                .param("sha256", file.sha256())
                .param("bytes", file.bytes())
                .param("at", Db.timestamp(at))
                .update();
    }

    void remove(long fileId) {
        db.sql(REMOVE).param("id", fileId).update();
    }

    void removeUnused(Instant before) {
        db.sql(REMOVE_UNUSED).param("before", Db.timestamp(before)).update();
    }
}
