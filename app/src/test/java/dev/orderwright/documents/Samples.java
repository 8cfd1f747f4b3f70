package dev.orderwright.documents;

import java.util.ArrayList;
import java.util.List;

/** Documents of a small company, as the other modules fill them. */
final class Samples {

    static final Seller SELLER = new Seller(
            "Hearth & Hollow Ltd",
            List.of("Unit 4, Foundry Lane", "Sheffield S3 8AA", "United Kingdom"),
            List.of(
                    new Detail("Phone", "+44 114 496 0321"),
                    new Detail("E-mail", "orders@hearthandhollow.example"),
                    new Detail("Web", "hearthandhollow.example")),
            List.of(
                    new Detail("VAT no.", "GB 123 4567 89"),
                    new Detail("Company no.", "07654321, registered in England and Wales"),
                    new Detail("EORI", "GB123456789000")));

    static final Party BUYER = new Party(
            "Łukasz Žižka Homewares s.r.o.",
            List.of("Accounts Payable", "Příčná 1892/4", "110 00 Praha 1", "Czechia"),
            List.of(new Detail("VAT no.", "CZ12345678")));

    static final Party RECEIVER = new Party(
            "Łukasz Žižka Homewares s.r.o.",
            List.of("Warehouse, gate 3", "Na Strži 65", "140 00 Praha 4", "Czechia"),
            List.of(new Detail("Contact", "Jana Dvořáková"), new Detail("Phone", "+420 601 123 456")));

    static final Parties PARTIES = new Parties(SELLER, BUYER, RECEIVER);

    private static final String[][] GOODS = {
        {"85123A", "White hanging heart T-light holder", "6", "£2.55", "£15.30"},
        {"71053", "White metal lantern", "6", "£3.39", "£20.34"},
        {"84406B", "Cream cupid hearts coat hanger", "8", "£2.75", "£22.00"},
        {"84029G", "Knitted Union flag hot water bottle", "6", "£3.39", "£20.34"},
        {"22752", "Set 7 babushka nesting boxes", "2", "£7.65", "£15.30"},
        {"21730", "Glass star frosted T-light holder", "6", "£4.25", "£25.50"},
        {"22633", "Hand warmer Union Jack", "1,200", "£1.85", "£2,220.00"},
    };

    private Samples() {}

    static Item item(int n) {
        String[] g = GOODS[n % GOODS.length];
        return new Item(g[0], g[1], n % 4 == 2 ? "Trade discount 5% taken off" : "");
    }

    static Price price(int n) {
        String[] g = GOODS[n % GOODS.length];
        return new Price(g[3], "20%", g[4]);
    }

    static String quantity(int n) {
        return GOODS[n % GOODS.length][2];
    }

    static SalesOrderView salesOrder(int lines) {
        List<SalesOrderView.Line> list = new ArrayList<>();
        for (int n = 0; n < lines; n++) {
            list.add(new SalesOrderView.Line(
                    String.valueOf(n + 1),
                    item(n),
                    quantity(n),
                    price(n),
                    n == 4 ? "Backordered, expected Mon 15 Dec 2025" : ""));
        }
        return new SalesOrderView(
                PARTIES,
                new Heading(
                        "SO-2025-004711",
                        List.of(
                                new Detail("Order date", "Mon 1 Dec 2025"),
                                new Detail("Your reference", "PO 88213/B"),
                                new Detail("Channel", "Web shop"),
                                new Detail("Payment", "30 days net"),
                                new Detail("Currency", "GBP"))),
                new SalesOrderView.Delivery("Thu 4 Dec 2025", "Express, in 2 packages from Sheffield and Leeds"),
                list,
                totals(),
                List.of(
                        "Prices are net of VAT unless stated otherwise. The goods remain ours until paid in full.",
                        "You may cancel any line until it is packed: reply to this confirmation or call us."));
    }

    static Totals totals() {
        return new Totals(
                List.of(
                        new Detail("Goods", "£2,338.78"),
                        new Detail("Delivery (express)", "£12.50"),
                        new Detail("VAT 20%", "£470.26")),
                new Detail("Total", "£2,821.54"),
                List.of());
    }

    static InvoiceView.Bill bill(int lines) {
        List<InvoiceView.Line> list = new ArrayList<>();
        for (int n = 0; n < lines; n++) {
            list.add(new InvoiceView.Line(String.valueOf(n + 1), item(n), quantity(n), price(n)));
        }
        list.add(new InvoiceView.Line(
                String.valueOf(lines + 1),
                new Item("", "Delivery, express", ""),
                "1",
                new Price("£12.50", "20%", "£12.50")));
        return new InvoiceView.Bill(
                list,
                List.of(
                        new InvoiceView.Tax("VAT 20%", "£2,351.28", "£470.26", "£2,821.54"),
                        new InvoiceView.Tax("VAT 0%", "£0.00", "£0.00", "£0.00")),
                new Totals(
                        List.of(new Detail("Net", "£2,351.28"), new Detail("VAT", "£470.26")),
                        new Detail("Total GBP", "£2,821.54"),
                        List.of(new Detail("Paid", "£1,000.00"), new Detail("Balance due", "£1,821.54"))));
    }

    static InvoiceView invoice(int lines) {
        return new InvoiceView(
                PARTIES,
                new Heading(
                        "INV-2025-000815",
                        List.of(
                                new Detail("Invoice date", "Tue 2 Dec 2025"),
                                new Detail("Tax point", "Tue 2 Dec 2025"),
                                new Detail("Due date", "Thu 1 Jan 2026"),
                                new Detail("Order", "SO-2025-004711"),
                                new Detail("Shipment", "SH-2025-003120"),
                                new Detail("Your reference", "PO 88213/B"))),
                bill(lines),
                new InvoiceView.Settlement(
                        "Part paid",
                        "Please pay £1,821.54 by Thu 1 Jan 2026.",
                        List.of(
                                new Detail("Bank", "Example Bank plc"),
                                new Detail("IBAN", "GB33 BUKB 2020 1555 5555 55"),
                                new Detail("BIC", "BUKBGB22"),
                                new Detail("Payment reference", "INV-2025-000815")),
                        List.of("Export of goods: zero-rated for VAT, evidence of removal kept.")));
    }

    static CreditNoteView creditNote() {
        InvoiceView invoice = invoice(2);
        return new CreditNoteView(
                PARTIES,
                new Heading(
                        "CN-2025-000042",
                        List.of(
                                new Detail("Date", "Fri 5 Dec 2025"),
                                new Detail("Order", "SO-2025-004711"),
                                new Detail("Shipment", "SH-2025-003120"))),
                new CreditNoteView.Credited(
                        "INV-2025-000815 of Tue 2 Dec 2025", "2 of 6 lanterns arrived broken; customer keeps them"),
                invoice.bill(),
                new InvoiceView.Settlement(
                        "Refunded",
                        "£8.14 was refunded to the card ending in 4242 on Fri 5 Dec 2025.",
                        List.of(),
                        List.of()));
    }

    static PackingSlipView packingSlip(PackingSlipView.Variant variant) {
        List<PackingSlipView.Line> lines = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            lines.add(new PackingSlipView.Line(item(n), quantity(n), n == 2 ? "5" : quantity(n), price(n)));
        }
        return new PackingSlipView(
                PARTIES,
                new Heading(
                        "SO-2025-004711",
                        List.of(
                                new Detail("Shipment", "SH-2025-003120"),
                                new Detail("Shipped", "Tue 2 Dec 2025"),
                                new Detail("Your reference", "PO 88213/B"))),
                new PackingSlipView.Box(
                        "PK-2025-007788",
                        2,
                        3,
                        List.of(
                                new Detail("Carrier", "Northline Express"),
                                new Detail("Tracking", "NL123456789GB"),
                                new Detail("Weight", "4.35 kg"))),
                lines,
                List.of(
                        new PackingSlipView.Later(item(2), "3", "In package 3 of 3"),
                        new PackingSlipView.Later(item(4), "2", "Backordered, expected Mon 15 Dec 2025")),
                variant);
    }

    static ShippingLabelView label() {
        return new ShippingLabelView(
                new Party(
                        "Hearth & Hollow Ltd",
                        List.of("Unit 4, Foundry Lane", "Sheffield S3 8AA", "United Kingdom"),
                        List.of(new Detail("Tel", "+44 114 496 0321"))),
                RECEIVER,
                new ShippingLabelView.Service("Northline Express", "Next day, signed for", "PRG-04"),
                "NL123456789GB",
                new ShippingLabelView.Parcel(2, 3, "4.35 kg", "106141412345678908", List.of("FRAGILE", "THIS WAY UP")),
                List.of(new Detail("Order", "SO-2025-004711"), new Detail("Ref", "PO 88213/B")));
    }

    static PickListView pickList(int orders, int picks) {
        List<PickListView.Work> work = new ArrayList<>();
        for (int n = 0; n < orders; n++) {
            work.add(new PickListView.Work(
                    "FO-2025-00" + (5310 + n),
                    "SO-2025-00" + (4711 + n),
                    n % 2 == 0 ? "Łukasz Žižka Homewares s.r.o." : "Mrs A. Featherstonehaugh-Cholmondeley",
                    n % 2 == 0 ? "Northline Express, next day" : "Standard",
                    "Tue 2 Dec 16:00",
                    orders == 1 ? "" : String.valueOf((char) ('A' + n))));
        }
        String[] bins = {"A-10-02", "A-02-11", "B-01-01", "A-02-03", "A-10-01", "C-07-12", "B-01-10"};
        List<PickListView.Pick> list = new ArrayList<>();
        for (int n = 0; n < picks; n++) {
            list.add(new PickListView.Pick(
                    bins[n % bins.length].substring(0, 1),
                    bins[n % bins.length],
                    item(n),
                    n % 3 == 0 ? "5901234123457" : item(n).sku(),
                    n == 3 ? "1,200" : String.valueOf(2 + n % 9),
                    orders == 1
                            ? List.of()
                            : List.of(new PickListView.Share("A", "2"), new PickListView.Share("C", "5"))));
        }
        return new PickListView(
                new Heading(
                        "PL-2025-000317",
                        List.of(
                                new Detail("Released", "Tue 2 Dec 2025 09:14"),
                                new Detail("Lines", String.valueOf(picks)),
                                new Detail("Units", "1,231"),
                                new Detail("Priority", "High"),
                                new Detail("Cut-off", "16:00"))),
                "Sheffield",
                work,
                list);
    }
}
