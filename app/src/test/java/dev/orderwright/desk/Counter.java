package dev.orderwright.desk;

import dev.orderwright.World;
import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.ItemDraft;
import dev.orderwright.catalog.ItemKind;
import dev.orderwright.catalog.Sku;
import dev.orderwright.catalog.TaxCategory;
import dev.orderwright.customers.CustomerDraft;
import dev.orderwright.customers.Customers;
import dev.orderwright.orders.Address;
import dev.orderwright.orders.Shop;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody at the phone desk sells, and to whom. */
public final class Counter {

    public final World world;
    public final Shop shop;
    public final long node;

    public Counter(World world) {
        this.world = world;
        shop = new Shop(world);
        node = shop.node();
    }

    /** An item that lies on the shelf. */
    public Shop.Goods item(
            String sku, String description, String price, int decimals, @Nullable String barcode, long stock) {
        ItemDraft draft = new ItemDraft(
                Sku.of(sku),
                description,
                ItemKind.STOCKED,
                decimals,
                250,
                new BigDecimal(price),
                "GBP",
                TaxCategory.STANDARD,
                barcode);
        long id = world.bean(Catalog.class)
                .define(shop.cause(), List.of(draft))
                .orThrow()
                .items()
                .getFirst()
                .id();
        Shop.Goods goods = new Shop.Goods(id, sku);
        if (stock > 0) {
            shop.stock(node, goods, stock);
        }
        return goods;
    }

    /** A customer who buys on account where his limit is not 0. */
    public void customer(String number, String name, String email, String phone, long limitMinor) {
        CustomerDraft draft = new CustomerDraft(
                number,
                name,
                email.isEmpty() ? null : email,
                phone,
                "GB",
                null,
                limitMinor > 0,
                30,
                "GBP",
                5,
                limitMinor);
        world.bean(Customers.class).add(shop.cause(), draft).orThrow();
    }

    public static Address address(String name, String street, String postcode) {
        return new Address(name, "", street, "", "Leeds", "", postcode, "GB", "+44 113 496 0001", "");
    }
}
