package dev.orderwright.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.Visitor;
import dev.orderwright.World;
import dev.orderwright.access.FirstAdministrator;
import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.Item;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ItemScreensModuleTests {

    private static World world;
    private static Visitor clerk;

    @BeforeAll
    static void start() {
        world = World.fresh();
        clerk = Visitor.signedIn(
                world,
                FirstAdministrator.LOGIN,
                world.bean(FirstAdministrator.class).oneTimePassword().orElseThrow());
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static HttpResponse<String> make(String sku, String... more) {
        String[] fields = {
            "sku",
            sku,
            "kind",
            "STOCKED",
            "quantityDecimals",
            "0",
            "description",
            "Teapot " + sku,
            "listPrice",
            "12.50",
            "currency",
            "gbp",
            "taxCategory",
            "STANDARD",
            "weightGrams",
            "900"
        };
        String[] all = java.util.Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return clerk.submit("/items/new", "/items", all);
    }

    private static Item item(String key) {
        return world.bean(Catalog.class).byKey(key).orElseThrow();
    }

    @Test
    void anItemIsMadeFoundByItsWordsAndFoundByItsBarcode() {
        HttpResponse<String> made = make("pot-1", "barcode", "5012345678900");

        assertThat(made.headers().firstValue("Location")).contains("/items/POT-1");
        assertThat(clerk.get("/items?q=teapot+pot-1").body()).contains("POT-1", "12.50 GBP", "900 g", "5012345678900");
        assertThat(world.bean(Catalog.class).byScan("5012345678900"))
                .map(Item::key)
                .contains("POT-1");
        assertThat(clerk.get("/items/POT-1").body()).contains("Item defined", "in whole units");
    }

    @Test
    void inWhichQuantitiesAnItemIsOrderedIsTypedKeptAndTakenBack() {
        make("POT-6", "packMultiple", "6", "orderMin", "12", "orderMax", "");

        assertThat(item("POT-6").units().packMultiple()).isEqualByComparingTo("6");
        assertThat(item("POT-6").units().orderMax()).isNull();
        assertThat(clerk.get("/items/POT-6").body()).contains("Sold in multiples of", "value=\"6\"", "value=\"12\"");
        HttpResponse<String> wrong = make("POT-7", "packMultiple", "half");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("id=\"packMultiple-error\"");
        assertThat(make("POT-8", "orderMin", "5", "orderMax", "4").body()).contains("id=\"orderMax-error\"");
    }

    @Test
    void aSkuThatIsTakenIsNotOverwrittenByANewItem() {
        make("POT-2");

        HttpResponse<String> again = make("POT-2", "barcode", "999");

        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("id=\"sku-error\"", "There is an item with the SKU POT-2 already.");
        assertThat(item("POT-2").barcode()).isNull();
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndWhatWasTypedStays() {
        HttpResponse<String> answer = clerk.submit(
                "/items/new",
                "/items",
                "sku",
                "POT-3",
                "kind",
                "STOCKED",
                "quantityDecimals",
                "0",
                "description",
                "Pot",
                "listPrice",
                "cheap",
                "currency",
                "GBP",
                "taxCategory",
                "STANDARD");
        HttpResponse<String> price = clerk.submit(
                "/items/new",
                "/items",
                "sku",
                "POT-3",
                "kind",
                "STOCKED",
                "quantityDecimals",
                "0",
                "description",
                "Pot",
                "listPrice",
                "-1",
                "currency",
                "GBP",
                "taxCategory",
                "STANDARD");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"listPrice-error\"", "value=\"POT-3\"");
        assertThat(price.body()).contains("id=\"listPrice-error\"");
    }

    @Test
    void whoeverSavesAnOldVersionIsToldInsteadOfOverwritingAnother() {
        make("POT-4");
        String[] change = {
            "description",
            "Big teapot",
            "listPrice",
            "14",
            "currency",
            "GBP",
            "taxCategory",
            "STANDARD",
            "weightGrams",
            "900",
            "version",
            "1"
        };

        HttpResponse<String> first = clerk.submit("/items/POT-4", "/items/POT-4", change);
        HttpResponse<String> second = clerk.submit("/items/POT-4", "/items/POT-4", change);

        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(second.body()).contains("was changed meanwhile");
        assertThat(item("POT-4").version()).isEqualTo(2);
    }

    @Test
    void anItemIsTakenOffSaleAndPutBack() {
        make("POT-5");

        clerk.submit("/items/POT-5", "/items/POT-5/sale", "active", "false");
        assertThat(item("POT-5").active()).isFalse();
        clerk.submit("/items/POT-5", "/items/POT-5/sale", "active", "true");
        assertThat(item("POT-5").active()).isTrue();
        assertThat(clerk.get("/items/POT-5").body()).contains("Item taken off sale");
    }

    @Test
    void anItemWhoseSkuNoAddressCanCarryIsReachedAllTheSame() {
        make("A/B 100%");
        String key = world.bean(Catalog.class)
                .search("A/B 100%", null, 1)
                .items()
                .getFirst()
                .key();

        assertThat(key).matches("\\d+");
        assertThat(clerk.get("/items/" + key).body()).contains("A/B 100%");
    }
}
