package dev.orderwright.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderwright.World;
import dev.orderwright.catalog.Defined.DefinedItem;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Change;
import dev.orderwright.shared.Cursor;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CatalogModuleTests {

    private final World world = World.shared();
    private final Catalog catalog = world.bean(Catalog.class);
    private final Ids ids = world.bean(Ids.class);
    private final String own = "C" + ids.next();

    private Cause cause() {
        return Cause.of(Actor.user("tester"), "k" + ids.next(), world.clock().instant());
    }

    private ItemDraft draft(String sku, String description, String price, @Nullable String barcode) {
        return new ItemDraft(
                Sku.of(sku),
                description,
                ItemKind.STOCKED,
                0,
                250,
                new BigDecimal(price),
                "GBP",
                TaxCategory.STANDARD,
                barcode);
    }

    private ItemDraft packed(String sku, @Nullable String pack, @Nullable String least, @Nullable String most) {
        ItemDraft usual = draft(sku, "White mug", "2.95", null);
        return new ItemDraft(
                usual.sku(),
                usual.description(),
                usual.kind(),
                usual.quantityDecimals(),
                usual.weightGrams(),
                usual.listPrice(),
                usual.currency(),
                usual.taxCategory(),
                null,
                new SaleUnits(number(pack), number(least), number(most)));
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    @Test
    void anItemMaySayInWhichQuantitiesItIsOrdered() {
        DefinedItem first = define(packed(own + "P", "6", "12", "600"));

        assertThat(define(packed(own + "P", "6.000", "12.0", "600")).change()).isEqualTo(Change.UNCHANGED);
        assertThat(catalog.byId(Set.of(first.id())).get(first.id()))
                .extracting(Item::units)
                .satisfies(units -> {
                    assertThat(units.packMultiple()).isEqualByComparingTo("6");
                    assertThat(units.orderMin()).isEqualByComparingTo("12");
                    assertThat(units.orderMax()).isEqualByComparingTo("600");
                });
        assertThat(define(packed(own + "P", "6", null, null)).change()).isEqualTo(Change.CHANGED);
        assertThat(catalog.byId(Set.of(first.id())).get(first.id()))
                .extracting(item -> item.units().orderMax())
                .isNull();
    }

    @Test
    void quantitiesInWhichNothingCanBeOrderedAreRefused() {
        assertThat(refusals(catalog.define(
                        cause(),
                        List.of(
                                packed(own + "1", "0", "1.5", "-1"),
                                packed(own + "2", null, "5", "4"),
                                packed(own + "3", "6", "7", "11"),
                                packed(own + "4", "6", "7", "12")))))
                .containsExactly(
                        "bad-quantity items[0].packMultiple",
                        "bad-quantity items[0].orderMin",
                        "bad-quantity items[0].orderMax",
                        "no-quantity items[1].orderMax",
                        "no-quantity items[2].orderMax");
    }

    private DefinedItem define(ItemDraft draft) {
        return catalog.define(cause(), List.of(draft)).orThrow().items().getFirst();
    }

    private static List<String> refusals(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> done -> List.of();
            case Outcome.Refused<?>(List<Refusal> refusals) ->
                refusals.stream().map(r -> r.code() + " " + r.field()).toList();
        };
    }

    @Test
    void definingTheSameAgainChangesNothing() {
        DefinedItem first = define(draft(own, "White mug", "2.950", null));
        DefinedItem again = define(draft(own, "White mug", "2.95", null));
        DefinedItem changed = define(draft(own, "White mug", "3.15", null));

        assertThat(first.change()).isEqualTo(Change.CREATED);
        assertThat(again).isEqualTo(new DefinedItem(own, first.id(), 1, Change.UNCHANGED));
        assertThat(changed).isEqualTo(new DefinedItem(own, first.id(), 2, Change.CHANGED));
        assertThat(world.bean(Facts.class).of("item", first.id(), 10))
                .extracting(fact -> fact.fact().type())
                .containsExactly("ItemDefined", "ItemChanged");
        assertThat(catalog.byId(Set.of(first.id())).values())
                .singleElement()
                .satisfies(item -> assertThat(item.listPrice()).isEqualByComparingTo("3.15"));
    }

    @Test
    void aRefusedListChangesNothingAndNamesEachField() {
        ItemDraft good = draft(own, "Good", "1", null);
        Outcome<Defined> outcome = catalog.define(
                cause(),
                List.of(
                        good,
                        draft(own, "Twice", "1", null),
                        new ItemDraft(
                                Sku.of(own + "B"),
                                " ",
                                ItemKind.STOCKED,
                                7,
                                -1,
                                new BigDecimal("-0.01"),
                                "XXY",
                                "?",
                                ""),
                        draft(own + "C", "Too precise", "1.1234567", null)));
        assertThat(refusals(outcome))
                .containsExactly(
                        "duplicate-sku items[1].sku",
                        "bad-description items[2].description",
                        "bad-decimals items[2].quantityDecimals",
                        "bad-weight items[2].weightGrams",
                        "bad-price items[2].listPrice",
                        "unknown-currency items[2].currency",
                        "unknown-tax-category items[2].taxCategory",
                        "bad-barcode items[2].barcode",
                        "bad-price items[3].listPrice");
        assertThat(catalog.bySku(Set.of(good.sku()))).isEmpty();
        assertThat(refusals(catalog.define(cause(), List.of()))).containsExactly("bad-size items");
    }

    @Test
    void whatIsCountedInPiecesCannotBecomeKilosOrACharge() {
        define(draft(own, "Mug", "1", null));
        ItemDraft other = new ItemDraft(
                Sku.of(own), "Mug", ItemKind.SERVICE, 3, 250, BigDecimal.ONE, "GBP", TaxCategory.STANDARD, null);
        assertThat(refusals(catalog.define(cause(), List.of(other))))
                .containsExactly("decimals-are-fixed items[0].quantityDecimals", "kind-is-fixed items[0].kind");
    }

    @Test
    void aScannerNeverFindsTwoItems() {
        String code = "50" + ids.next();
        DefinedItem mug = define(draft(own, "Mug", "1", code));
        assertThat(refusals(catalog.define(cause(), List.of(draft(own + "B", "Other", "1", code)))))
                .containsExactly("barcode-taken items[0].barcode");
        assertThat(refusals(catalog.define(cause(), List.of(draft(own + "B", "Other", "1", own)))))
                .containsExactly("barcode-taken items[0].barcode");
        assertThat(refusals(catalog.define(cause(), List.of(draft(code, "Other", "1", null)))))
                .containsExactly("sku-taken items[0].sku");
        assertThat(refusals(catalog.define(
                        cause(),
                        List.of(draft(own + "B", "A", "1", "X" + code), draft(own + "D", "B", "1", "X" + code)))))
                .containsExactly("barcode-taken items[1].barcode");
        assertThat(catalog.byScan(" " + code + "\n"))
                .hasValueSatisfying(item -> assertThat(item.id()).isEqualTo(mug.id()));
        assertThat(catalog.byScan(own.toLowerCase(java.util.Locale.ROOT))).isPresent();
        assertThat(catalog.byScan("nothing " + code)).isEmpty();
    }

    @Test
    void aStaleVersionIsRefused() {
        define(draft(own, "Mug", "1", null));
        assertThat(catalog.change(cause(), draft(own, "Mug", "2", null), 1).isDone())
                .isTrue();
        assertThat(refusals(catalog.change(cause(), draft(own, "Mug", "3", null), 1)))
                .containsExactly("stale-version If-Match");
        assertThat(refusals(catalog.change(cause(), draft(own + "X", "Mug", "3", null), 1)))
                .containsExactly("unknown-sku sku");
    }

    @Test
    void anItemIsTakenOffSaleAndPutBack() {
        DefinedItem item = define(draft(own, "Mug", "1", null));
        Sku sku = Sku.of(own);
        assertThat(catalog.setActive(cause(), List.of(sku), false).orThrow().items())
                .containsExactly(new DefinedItem(own, item.id(), 2, Change.CHANGED));
        assertThat(catalog.setActive(cause(), List.of(sku), false).orThrow().items())
                .containsExactly(new DefinedItem(own, item.id(), 2, Change.UNCHANGED));
        assertThat(catalog.bySku(Set.of(sku)).values())
                .singleElement()
                .satisfies(found -> assertThat(found.active()).isFalse());
        assertThat(refusals(catalog.setActive(cause(), List.of(sku, Sku.of(own + "X")), true)))
                .containsExactly("unknown-sku skus[1]");
    }

    @Test
    void searchFindsByTheBeginningOfTheSkuAndByAnyWordsInAnyOrder() {
        String word = "W" + ids.next();
        define(draft(own + "-12/B", "Cream CUPID " + word + " t-light", "1", null));
        define(draft(own + "-13", "Red " + word, "1", null));
        assertThat(skus(own.toLowerCase(java.util.Locale.ROOT) + "-1")).containsExactly(own + "-12/B", own + "-13");
        assertThat(skus("light cup " + word)).containsExactly(own + "-12/B");
        assertThat(skus(word + " 12")).containsExactly(own + "-12/B");
        assertThat(skus(word + "' & ! : * \\ (")).hasSize(2);
        assertThat(skus("cupid " + word + " blue")).isEmpty();
        assertThat(skus("%" + word)).hasSize(2);
        assertThat(skus(own + "_1")).isEqualTo(skus(own + " 1"));
    }

    private List<String> skus(String text) {
        return catalog.search(text, null, 50).items().stream()
                .map(item -> item.sku().code())
                .toList();
    }

    @Test
    void pagesGiveEveryItemOnce() {
        catalog.define(
                        cause(),
                        IntStream.range(0, 25)
                                .mapToObj(i -> draft(own + "-" + i, "Item " + i, "1", null))
                                .toList())
                .orThrow();
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            Page<Item> page = catalog.search(own, cursor, 7);
            page.items().forEach(item -> seen.add(item.sku().code()));
            cursor = page.next();
        } while (cursor != null);
        assertThat(seen).hasSize(25).isSorted().doesNotHaveDuplicates();
        assertThatThrownBy(() -> catalog.search(own, "gibberish!", 7)).isInstanceOf(Cursor.BadCursor.class);
        assertThatThrownBy(() -> catalog.search(own, Cursor.of("a", "b").text(), 7))
                .isInstanceOf(Cursor.BadCursor.class);
        assertThat(catalog.search(own, null, -3).items()).hasSize(1);
    }

    @Test
    void theSameNewSkusAtOnceMakeOneItemEach() throws Exception {
        List<ItemDraft> drafts = IntStream.range(0, 20)
                .mapToObj(i -> draft(own + "-" + i, "Item", "1", null))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Defined>> calls = IntStream.range(0, 8)
                    .<Callable<Defined>>mapToObj(i ->
                            () -> catalog.define(cause(), i % 2 == 0 ? drafts : drafts.reversed())
                                    .orThrow())
                    .toList();
            for (var answer : threads.invokeAll(calls)) {
                assertThat(answer.get().items()).hasSize(20);
            }
        }
        assertThat(catalog.search(own, null, 100).items()).hasSize(20);
    }
}
