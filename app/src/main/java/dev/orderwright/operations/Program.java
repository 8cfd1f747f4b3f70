package dev.orderwright.operations;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.lang.management.RuntimeMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The program that answers, looked at from inside. */
@Component
public class Program {

    private final MeterRegistry meters;

    Program(MeterRegistry meters) {
        this.meters = meters;
    }

    public ProgramState state() {
        RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
        return new ProgramState(
                Objects.requireNonNullElse(Program.class.getPackage().getImplementationVersion(), ""),
                runtime.getVmName() + " " + runtime.getVmVersion(),
                runtime.getPid(),
                Instant.ofEpochMilli(runtime.getStartTime()),
                Duration.ofMillis(runtime.getUptime()),
                Runtime.getRuntime().availableProcessors(),
                heapKept(),
                Runtime.getRuntime().maxMemory(),
                collector(),
                clearing(runtime.getUptime()),
                gauge("hikaricp.connections.active"),
                gauge("hikaricp.connections.max"),
                gauge("hikaricp.connections.pending"),
                gauge("orderwright.api.inside"),
                sentAway());
    }

    /** What was in use before it was cleared says nothing: it grows until there is a reason to clear. */
    private static long heapKept() {
        long kept = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            @Nullable MemoryUsage after = pool.getType() == MemoryType.HEAP ? pool.getCollectionUsage() : null;
            kept += after == null ? 0 : after.getUsed();
        }
        return kept;
    }

    private static String collector() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(GarbageCollectorMXBean::getName)
                .collect(Collectors.joining(", "));
    }

    private static double clearing(long upMillis) {
        long millis = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(collector -> Math.max(0, collector.getCollectionTime()))
                .sum();
        return (double) millis / Math.max(1, upMillis);
    }

    private int gauge(String name) {
        @Nullable Gauge gauge = meters.find(name).gauge();
        return gauge == null || Double.isNaN(gauge.value()) ? 0 : (int) gauge.value();
    }

    private long sentAway() {
        @Nullable Counter counter = meters.find("orderwright.api.sent.away").counter();
        return counter == null ? 0 : (long) counter.count();
    }
}
