package dev.orderwright.launcher.postgres;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the server is told at every start: what keeps data safe, and what follows the size of the machine. */
public final class PostgresSettings {

    private static final long MEGABYTE = 1L << 20;
    private static final long SHARED_BUFFERS_MB_MAX = 2_048;
    private static final long MAINTENANCE_MB_MAX = 512;
    private static final long SHARED_MEMORY_FOLDER_MB_MIN = 512;
    private static final int CONNECTIONS_MIN = 60;
    private static final int CONNECTIONS_BESIDE_POOL = 20;

    /** Checked by SHOW after each start: an acknowledged order survives whatever happens to the process or the power. */
    static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    private final Map<String, String> values;

    private PostgresSettings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** Durable, and sized for this machine and for a program with this many pooled connections. */
    public static PostgresSettings forThisMachine(int poolSize) {
        OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return sized(machine.getTotalMemorySize() / MEGABYTE, poolSize);
    }

    static PostgresSettings sized(long memoryMegabytes, int poolSize) {
        Map<String, String> values = new LinkedHashMap<>(DURABLE);
        values.putAll(walledIn());
        values.putAll(steady());
        values.put("max_connections", String.valueOf(Math.max(CONNECTIONS_MIN, poolSize + CONNECTIONS_BESIDE_POOL)));
        values.put("shared_buffers", megabytes(Math.min(SHARED_BUFFERS_MB_MAX, memoryMegabytes / 4)));
        values.put("effective_cache_size", megabytes(memoryMegabytes / 2));
        values.put("maintenance_work_mem", megabytes(Math.min(MAINTENANCE_MB_MAX, memoryMegabytes / 16)));
        values.put("work_mem", "16MB");
        if (sharedMemoryFolderIsSmall()) {
            values.put("dynamic_shared_memory_type", "mmap");
        }
        return new PostgresSettings(values);
    }

    private static Map<String, String> walledIn() {
        return Map.of(
                "listen_addresses", "127.0.0.1",
                "password_encryption", "scram-sha-256",
                // The statement and the row of a failed write may hold a customer's address: not for a log file.
                "log_min_error_statement", "panic",
                "log_error_verbosity", "terse",
                "lc_messages", "C",
                "timezone", "UTC",
                "log_timezone", "UTC");
    }

    /** Long, even checkpoints; planner for solid-state disks; vacuum that keeps up with rows written all day. */
    private static Map<String, String> steady() {
        return Map.ofEntries(
                Map.entry("wal_compression", "on"),
                Map.entry("max_wal_size", "4GB"),
                Map.entry("min_wal_size", "256MB"),
                Map.entry("checkpoint_timeout", "15min"),
                Map.entry("random_page_cost", "1.1"),
                Map.entry("jit", "off"),
                Map.entry("autovacuum_naptime", "15s"),
                Map.entry("autovacuum_vacuum_scale_factor", "0.05"),
                Map.entry("autovacuum_vacuum_insert_scale_factor", "0.1"),
                Map.entry("autovacuum_analyze_scale_factor", "0.1"),
                Map.entry("autovacuum_vacuum_cost_limit", "2000"));
    }

    /** Containers often give /dev/shm 64 MB, and parallel queries that do not fit fail. */
    private static boolean sharedMemoryFolderIsSmall() {
        Path folder = Path.of("/dev/shm");
        try {
            return Files.isDirectory(folder)
                    && Files.getFileStore(folder).getTotalSpace() / MEGABYTE < SHARED_MEMORY_FOLDER_MB_MIN;
        } catch (IOException unknown) {
            return false;
        }
    }

    private static String megabytes(long count) {
        return Math.max(count, 16) + "MB";
    }

    /** The same, and the server counts its statements: for measuring. */
    public PostgresSettings countingStatements() {
        return with("shared_preload_libraries", "pg_stat_statements");
    }

    /** The same settings but for one; nothing outside this package can make a setting less safe. */
    PostgresSettings with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return new PostgresSettings(changed);
    }

    Map<String, String> values() {
        return values;
    }
}
