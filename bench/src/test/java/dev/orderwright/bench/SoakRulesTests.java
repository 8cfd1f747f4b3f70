package dev.orderwright.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.orderwright.bench.SoakMoment.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

class SoakRulesTests {

    private static final String NAME = Work.ORDERS.table;

    private static List<SoakMoment> moments(IntToDoubleFunction heap, IntToLongFunction waiting) {
        List<SoakMoment> moments = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            moments.add(new SoakMoment(
                    100,
                    1,
                    10,
                    0,
                    new ProgramMemory(500, heap.applyAsDouble(i)),
                    Map.of(Work.ORDERS, waiting.applyAsLong(i)),
                    new Tables(Map.of(NAME, table(0, 0, 1_000L * i, 0)), i * 1_000_000_000L)));
        }
        return moments;
    }

    private static Tables.Table table(long alive, long dead, long inserted, long updated) {
        return new Tables.Table(alive, dead, inserted, updated, updated / 2, 3, 1_000_000);
    }

    @Test
    void aHeapThatIsFlatAfterTheBeginningHasNotGrown() {
        assertThat(Soak.heapGrowth(moments(i -> i < 3 ? 50 + 10 * i : 100, i -> 0)))
                .isEqualTo(1);
    }

    @Test
    void aHeapThatGrowsAllTheTimeIsFound() {
        assertThat(Soak.heapGrowth(moments(i -> 100 + 10 * i, i -> 0))).isCloseTo(180 / 145.0, within(1e-9));
    }

    @Test
    void whatWaitsMayFluctuate() {
        assertThat(Soak.waitingGrowth(moments(i -> 1, i -> i % 2 == 0 ? 40 : 50), Work.ORDERS))
                .isBetween(-0.01, 0.01);
    }

    @Test
    void whatWaitsLongerAndLongerIsFound() {
        // Of a thousand that come from one moment to the next, fifty are left each time.
        assertThat(Soak.waitingGrowth(moments(i -> 1, i -> 50L * i), Work.ORDERS))
                .isGreaterThan(0.04);
    }

    @Test
    void aTableMayHaveDeadRowsByWhatIsAliveAndByWhatChanges() {
        Tables before = new Tables(Map.of(NAME, table(10_000, 0, 0, 0)), 0);
        Tables still = new Tables(Map.of(NAME, table(10_000, 2_050, 0, 0)), 10_000_000_000L);
        Tables busy = new Tables(Map.of(NAME, table(10_000, 2_050, 0, 1_000)), 10_000_000_000L);

        assertThat(still.deadOfAllowed(before, NAME)).isEqualTo(1);
        assertThat(busy.deadOfAllowed(before, NAME)).isCloseTo(2_050 / 8_050.0, within(1e-9));
        assertThat(still.mostUpdatedSince(before, 5)).isEmpty();
        assertThat(busy.mostUpdatedSince(before, 5)).containsExactly(NAME);
        assertThat(busy.told(before, List.of(NAME)).getFirst()).hasSameSizeAs(Tables.COLUMNS);
    }

    @Test
    void everyCollectorTellsItsHeap() {
        assertThat(ProgramMemory.usedMegabytes("""
                        9205:
                        DefNew     total 78656K, used 1024K [0x00000000f0000000, 0x00000000f5550000)
                         eden space 69952K,   1% used [0x00000000f0000000, 0x00000000f0000000)
                        Tenured    total 174784K, used 3072K [0x00000000f5550000, 0x0000000100000000)
                         the  space 174784K,   1% used [0x00000000f5550000, 0x00000000f584bba0)
                        Metaspace       used 9216K, committed 9408K, reserved 1114112K
                        """)).isEqualTo(4);
        assertThat(ProgramMemory.usedMegabytes("""
                        9293:
                        garbage-first heap   total reserved 262144K, committed 14336K, used 2048K [0x00000000f0000000)
                         region size 1024K, 0 young (0K), 0 survivors (0K)
                        """)).isEqualTo(2);
        assertThat(ProgramMemory.usedMegabytes("ZHeap            used 4M, capacity 256M, max capacity 256M\n"))
                .isEqualTo(4);
        assertThatThrownBy(() -> ProgramMemory.usedMegabytes("no such process"))
                .isInstanceOf(IllegalStateException.class);
    }
}
