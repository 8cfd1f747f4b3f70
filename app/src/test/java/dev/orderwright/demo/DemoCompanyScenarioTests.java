package dev.orderwright.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.fulfilment.FulfilmentQueries;
import dev.orderwright.fulfilment.FulfilmentQueries.WorkList;
import dev.orderwright.insight.Books;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.orders.OrderQueries.View;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The demo company, made by a program that starts on an empty database. */
class DemoCompanyScenarioTests {

    @Test
    void everyScreenHasSomethingRealOnItAndTheBooksBalance() {
        try (World world = World.fresh(Map.of("orderwright.demo", true, "orderwright.workers", true))) {
            LocalDate today = world.clock().instant().atZone(ZoneOffset.UTC).toLocalDate();

            Map<View, Long> views = world.bean(OrderQueries.class).counts(today);
            assertThat(views.get(View.ALL)).isGreaterThan(250);
            for (View view : View.values()) {
                if (view != View.LATE) {
                    assertThat(views.get(view)).as(view.title()).isPositive();
                }
            }
            Map<WorkList, Long> lists = world.bean(FulfilmentQueries.class).counts(null);
            assertThat(lists)
                    .allSatisfy(
                            (list, count) -> assertThat(count).as(list.name()).isPositive());
            assertThat(world.bean(Books.class).check().laws())
                    .allSatisfy(
                            law -> assertThat(law.culprits()).as(law.title()).isEmpty());
        }
    }
}
