package dev.orderwright.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.Sku;
import dev.orderwright.operations.CommandLog.Entry;
import dev.orderwright.operations.FactLog.About;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Facts.RecordedFact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class LogModuleTests {

    private static final World WORLD = World.fresh();
    private static final Shop SHOP = new Shop(WORLD);
    private static final FactLog FACTS = WORLD.bean(FactLog.class);
    private static final CommandLog COMMANDS = WORLD.bean(CommandLog.class);

    @AfterAll
    static void stop() {
        WORLD.close();
    }

    /** Somebody who takes an item off sale and puts it back, in turn; one fact and one command each time. */
    private static String busy(int times) {
        String login = SHOP.word("ann");
        Shop.Goods item = SHOP.item();
        for (int i = 0; i < times; i++) {
            Cause cause =
                    Cause.of(Actor.user(login), SHOP.word("k"), WORLD.clock().instant());
            WORLD.bean(Catalog.class)
                    .setActive(cause, List.of(Sku.of(item.sku())), i % 2 == 1)
                    .orThrow();
        }
        return "user:" + login;
    }

    private static FactLog.Filter facts(String type, String actor, @Nullable About about, Instant from, Instant until) {
        return new FactLog.Filter(type, actor.isEmpty() ? List.of() : List.of(actor), about, from, until);
    }

    private static FactLog.Filter factsOf(String actor) {
        return facts("", actor, null, FactLog.Filter.ALWAYS, FactLog.Filter.FOR_EVER);
    }

    private static CommandLog.Filter commandsOf(String actor) {
        return new CommandLog.Filter("", List.of(actor), null, FactLog.Filter.ALWAYS, FactLog.Filter.FOR_EVER);
    }

    @Test
    void factsComeNewestFirstPageByPageEachOnce() {
        String ann = busy(5);
        busy(3);
        List<RecordedFact> seen = new ArrayList<>();
        String cursor = null;
        int pages = 0;
        do {
            FactLog.Found found = FACTS.find(factsOf(ann), cursor, 2);
            assertThat(found.facts()).hasSizeLessThanOrEqualTo(2);
            seen.addAll(found.facts());
            cursor = found.next();
            pages++;
        } while (cursor != null);
        assertThat(pages).isGreaterThanOrEqualTo(3);
        assertThat(seen)
                .hasSize(5)
                .isSortedAccordingTo(Comparator.comparingLong(RecordedFact::id).reversed());
        assertThat(seen.getFirst().fact().type()).isEqualTo("ItemTakenOffSale");
    }

    @Test
    void whereFewFitItSaysHowFarBackItHasLookedAndGoesOnFromThere() {
        String ann = busy(1);
        busy(20);
        FactLog hasty = new FactLog(WORLD.bean(FactLogStore.class), 3, 6);
        FactLog.Found found = hasty.find(factsOf(ann), null, 10);
        assertThat(found.facts()).isEmpty();
        assertThat(found.next()).isNotNull();
        assertThat(found.lookedBackTo()).isNotNull();
        int looks = 1;
        while (found.facts().isEmpty()) {
            found = hasty.find(factsOf(ann), found.next(), 10);
            looks++;
        }
        assertThat(looks).isBetween(2, 8);
        assertThat(found.facts())
                .singleElement()
                .satisfies(fact -> assertThat(fact.actor()).isEqualTo(ann));
    }

    @Test
    void factsAreFoundByTypeAndByWhatTheyAreAbout() {
        Placed placed = SHOP.place(SHOP.draft(SHOP.item().times(1)));
        About order = new About("order", placed.orderId());
        List<RecordedFact> all = FACTS.find(
                        facts("", "", order, FactLog.Filter.ALWAYS, FactLog.Filter.FOR_EVER), null, 50)
                .facts();
        assertThat(all)
                .hasSizeGreaterThan(1)
                .allSatisfy(fact -> assertThat(fact.fact().subjectId()).isEqualTo(placed.orderId()));
        assertThat(FACTS.find(facts("OrderPlaced", "", order, FactLog.Filter.ALWAYS, FactLog.Filter.FOR_EVER), null, 50)
                        .facts())
                .singleElement()
                .satisfies(fact -> assertThat(fact.fact().type()).isEqualTo("OrderPlaced"));
        FactLog.Found first = FACTS.find(facts("", "", order, FactLog.Filter.ALWAYS, FactLog.Filter.FOR_EVER), null, 1);
        FactLog.Found second =
                FACTS.find(facts("", "", order, FactLog.Filter.ALWAYS, FactLog.Filter.FOR_EVER), first.next(), 1);
        assertThat(second.facts().getFirst().id())
                .isLessThan(first.facts().getFirst().id());
    }

    @Test
    void factsOfADayAreFoundWithoutLookingThroughThoseAfterIt() {
        Instant first = WORLD.clock().instant();
        String ann = busy(2);
        WORLD.clock().advance(Duration.ofDays(2));
        Instant second = WORLD.clock().instant();
        String ben = busy(30);
        FactLog hasty = new FactLog(WORLD.bean(FactLogStore.class), 3, 6);

        FactLog.Found before = hasty.find(facts("", ann, null, first, second.minus(Duration.ofDays(1))), null, 10);
        assertThat(before.facts()).hasSize(2);

        FactLog.Found after = FACTS.find(facts("", ann, null, second, FactLog.Filter.FOR_EVER), null, 10);
        assertThat(after.facts()).isEmpty();
        assertThat(after.next()).isNull();
        assertThat(FACTS.find(facts("", ben, null, second, second.plusSeconds(1)), null, 50)
                        .facts())
                .hasSize(30);
    }

    @Test
    void commandsComeNewestFirstWithWhatTheyWereAnsweredAndWhatTheyRecorded() {
        String ann = busy(3);
        CommandLog.Found first = COMMANDS.find(commandsOf(ann), null, 2);
        CommandLog.Found rest = COMMANDS.find(commandsOf(ann), first.next(), 2);
        assertThat(first.entries()).hasSize(2).extracting(Entry::kind).containsOnly("set-items-active");
        assertThat(rest.entries()).hasSize(1);
        assertThat(rest.next()).isNull();
        Entry newest = first.entries().getFirst();
        assertThat(newest.id()).isGreaterThan(rest.entries().getFirst().id());
        assertThat(newest.actor().code()).isEqualTo(ann);

        CommandLog.Answered answered = COMMANDS.one(newest.id()).orElseThrow();
        assertThat(answered.answer()).contains("items");
        assertThat(answered.characters()).isPositive();
        assertThat(COMMANDS.factsOf(newest.id()))
                .singleElement()
                .satisfies(fact -> assertThat(fact.fact().type()).isEqualTo("ItemTakenOffSale"));
        assertThat(COMMANDS.one(1)).isEmpty();
        assertThat(COMMANDS.factsOf(1)).isEmpty();
    }

    @Test
    void commandsAreFoundByKindByDayAndByWhatTheyHadToDoWith() {
        Placed placed = SHOP.place(SHOP.draft(SHOP.item().times(1)));
        About order = new About("order", placed.orderId());
        List<Entry> ofOrder = COMMANDS.find(
                        new CommandLog.Filter("", List.of(), order, FactLog.Filter.ALWAYS, FactLog.Filter.FOR_EVER),
                        null,
                        50)
                .entries();
        assertThat(ofOrder).extracting(Entry::kind).contains("place-order");
        Instant doneAt = ofOrder.getLast().doneAt();
        assertThat(COMMANDS.find(
                                new CommandLog.Filter(
                                        "place-order",
                                        List.of(),
                                        order,
                                        doneAt.minusSeconds(60),
                                        doneAt.plusSeconds(60)),
                                null,
                                50)
                        .entries())
                .hasSize(1);
        assertThat(COMMANDS.find(
                                new CommandLog.Filter(
                                        "place-order", List.of(), null, FactLog.Filter.ALWAYS, doneAt.minusSeconds(60)),
                                null,
                                50)
                        .entries())
                .extracting(Entry::id)
                .doesNotContain(ofOrder.getLast().id());
    }
}
