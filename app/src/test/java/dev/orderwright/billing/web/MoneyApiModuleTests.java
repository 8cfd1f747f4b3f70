package dev.orderwright.billing.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.ApiCaller;
import dev.orderwright.billing.Invoice;
import dev.orderwright.billing.Till;
import dev.orderwright.shared.Json;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What integrators see of money: read, receive, use, pay out, write off, retry, dismiss. */
class MoneyApiModuleTests {

    private final Till till = Till.shared();
    private final ApiCaller api =
            new ApiCaller(till.world(), "billing:read", "billing:write", "billing:refund", "personal:read");

    @AfterEach
    void theBooksBalance() {
        till.booksBalance();
    }

    private Invoice invoiced(String customer, int units) {
        long order = till.onAccount(customer, till.item.times(units)).orderId();
        till.ship(order);
        return till.money(order).invoices().getFirst();
    }

    private static Map<String, Object> ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return ApiCaller.json(answer);
    }

    private static List<Map<?, ?>> items(Map<String, Object> page) {
        List<Map<?, ?>> items = new ArrayList<>();
        ((List<?>) Objects.requireNonNull(page.get("items"))).forEach(row -> items.add((Map<?, ?>) row));
        return items;
    }

    private static void refused(HttpResponse<String> answer, int status, String code, String field) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(String.valueOf(ApiCaller.json(answer).get("errors")))
                .contains("code=" + code)
                .contains("field=" + field + ",");
    }

    private static String receipt(String invoice, long amount) {
        return """
                {"receipts": [{"invoice": "%s", "amountMinor": %d, "currency": "GBP", "reference": "statement 7"}]}
                """.formatted(invoice, amount);
    }

    @Test
    void anInvoiceIsReadWithItsLinesTaxesAndWhatCameIn() {
        Invoice invoice = invoiced(till.shop.customer(100_000), 4);
        ok(api.post("/api/v1/money-receipts", receipt(invoice.number(), 500)));
        till.takeBack(invoice.orderId(), 1, 1);

        Map<String, Object> read = ok(api.get("/api/v1/invoices/" + invoice.number()));
        assertThat(read.get("invoice"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("number", invoice.number())
                .containsEntry("order", invoice.orderNumber())
                .containsEntry("state", "PARTLY_PAID")
                .containsEntry("totalMinor", 1_200)
                .containsEntry("openMinor", 400)
                .containsEntry("overdue", false);
        assertThat(read).containsEntry("paidMinor", 500).containsEntry("creditedMinor", 300);
        assertThat(Json.write(read))
                .contains("\"sku\":\"" + till.item.sku() + "\"")
                .contains("\"quantity\":4")
                .contains("\"taxPercent\":20")
                .contains("statement 7")
                .contains("\"CN-")
                .contains("Ada Buyer");
    }

    @Test
    void aCreditNoteIsReadWithItsLines() {
        Invoice invoice = invoiced(till.shop.customer(100_000), 4);
        till.takeBack(invoice.orderId(), 1, 3);
        String number = till.money(invoice.orderId()).creditNotes().getFirst().number();
        Map<String, Object> note = ok(api.get("/api/v1/credit-notes/" + number));
        assertThat(note).containsEntry("invoice", invoice.number());
        assertThat(Json.write(note)).contains("\"totalMinor\":900").contains("\"quantity\":3");
        assertThat(api.get("/api/v1/credit-notes/CN-1").statusCode()).isEqualTo(404);
    }

    @Test
    void aProgramThatMayNotSeePersonsGetsThemCovered() {
        Invoice invoice = invoiced(till.shop.customer(100_000), 1);
        ApiCaller blind = new ApiCaller(till.world(), "billing:read");
        String read = blind.get("/api/v1/invoices/" + invoice.number()).body();
        assertThat(read)
                .doesNotContain("Ada Buyer")
                .doesNotContain("12 High Street")
                .contains("A•••");
    }

    @Test
    void aListIsReadPageByPageAndHasEachInvoiceOnce() {
        String customer = till.shop.customer(100_000);
        List<String> issued = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            issued.add(invoiced(customer, 1 + i).number());
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            Map<String, Object> page =
                    ok(api.get("/api/v1/invoices?view=open&limit=2&customer=" + customer + "&cursor=" + cursor));
            items(page).forEach(row -> seen.add(String.valueOf(row.get("number"))));
            cursor = Objects.requireNonNullElse((String) page.get("next"), "");
        } while (!cursor.isEmpty());
        assertThat(seen).containsExactlyElementsOf(issued);
        assertThat(ok(api.get("/api/v1/invoices?customer=NOBODY")).get("items")).isEqualTo(List.of());
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/invoices?view=none, view", "/api/v1/payment-transactions?view=x, view"})
    void anUnknownViewIsRefusedWithItsName(String path, String field) {
        refused(api.get(path), 400, "bad-filter", field);
    }

    @Test
    void aCursorThatNoPageGaveOutIsRefused() {
        refused(api.get("/api/v1/invoices?view=open&cursor=!!"), 400, "bad-cursor", "cursor");
    }

    @Test
    void moneyIsReceivedOnceHoweverOftenTheRequestIsSent() {
        Invoice invoice = invoiced(till.shop.customer(100_000), 2);
        String key = till.shop.word("key");
        String body = receipt(invoice.number(), 200);
        Map<String, Object> first = ok(api.post("/api/v1/money-receipts", body, "Idempotency-Key", key));
        Map<String, Object> again = ok(api.post("/api/v1/money-receipts", body, "Idempotency-Key", key));
        assertThat(again).isEqualTo(first);
        assertThat(till.money(invoice.orderId()).due()).isEqualTo(400);
        HttpResponse<String> other =
                api.post("/api/v1/money-receipts", receipt(invoice.number(), 300), "Idempotency-Key", key);
        assertThat(other.statusCode()).isBetween(400, 499);
        assertThat(ApiCaller.json(other)).containsEntry("code", "key-reused");
        assertThat(till.money(invoice.orderId()).due()).isEqualTo(400);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "no receipts | {} | 422 | bad-size | receipts",
                "a null | {\"receipts\": [null]} | 422 | missing | receipts",
                "nothing in it | {\"receipts\": [{}]} | 422 | missing | receipts[0].invoice",
                "an unknown invoice | {\"receipts\": [{\"invoice\": \"INV-1\", \"amountMinor\": 1, \"currency\": \"GBP\", \"reference\": \"x\"}]} | 422 | unknown-invoice | receipts[0].invoice",
                "a fraction | {\"receipts\": [{\"invoice\": \"INV\", \"amountMinor\": 1.5, \"currency\": \"GBP\", \"reference\": \"x\"}]} | 422 | wrong-type | receipts[0].amountMinor",
                "nothing | {\"receipts\": [{\"invoice\": \"INV\", \"amountMinor\": 0, \"currency\": \"GBP\", \"reference\": \"x\"}]} | 422 | not-positive | receipts[0].amountMinor",
                "an absurd amount | {\"receipts\": [{\"invoice\": \"INV\", \"amountMinor\": 9223372036854775807, \"currency\": \"GBP\", \"reference\": \"x\"}]} | 422 | amount-too-large | receipts[0].amountMinor",
                "a foreign currency | {\"receipts\": [{\"invoice\": \"INV\", \"amountMinor\": 5, \"currency\": \"EUR\", \"reference\": \"x\"}]} | 422 | foreign-currency | receipts[0].currency",
                "no reference | {\"receipts\": [{\"invoice\": \"INV\", \"amountMinor\": 5, \"currency\": \"GBP\"}]} | 422 | missing | receipts[0].reference",
                "an unknown field | {\"receipts\": [{\"invoice\": \"INV\", \"amount\": 5}]} | 422 | unknown-field | receipts[0].amount",
            })
    void badReceiptsAreRefusedWithCodeFieldAndReasonAndNothingIsBooked(
            String what, String body, int status, String code, String field) {
        Invoice invoice = invoiced(till.shop.customer(100_000), 1);
        refused(
                api.post("/api/v1/money-receipts", body.replace("\"INV\"", "\"" + invoice.number() + "\"")),
                status,
                code,
                field);
        assertThat(till.money(invoice.orderId()).due()).isEqualTo(300);
    }

    @Test
    void creditIsUsedAndPaidOutUpToTheCallersLimit() {
        String customer = till.shop.customer(100_000);
        Invoice paid = invoiced(customer, 2);
        Invoice open = invoiced(customer, 1);
        ok(api.post("/api/v1/money-receipts", receipt(paid.number(), 1_000)));
        assertThat(ok(api.get("/api/v1/customers/" + customer + "/credit")).get("balancesMinor"))
                .isEqualTo(Map.of("GBP", 400));

        String credit = "/api/v1/customers/" + customer + "/credit";
        ok(api.post(
                credit + "/use",
                "{\"currency\": \"GBP\", \"uses\": [{\"invoice\": \"" + open.number() + "\", \"amountMinor\": 300}]}"));
        assertThat(till.money(open.orderId()).due()).isZero();
        assertThat(till.exposure(customer)).isZero();
        refused(api.post(credit + "/use", "{\"currency\": \"GBP\", \"uses\": []}"), 422, "bad-size", "uses");

        refused(api.post(credit + "/pay-out", "{}"), 422, "missing", "amountMinor");
        refused(
                api.post(credit + "/pay-out", "{\"amountMinor\": 1, \"currency\": \"XXQ\", \"reference\": \"t\"}"),
                422,
                "unknown-currency",
                "currency");
        refused(
                api.post(credit + "/pay-out", "{\"amountMinor\": 101, \"currency\": \"GBP\", \"reference\": \"t\"}"),
                422,
                "not-enough-credit",
                "amountMinor");
        assertThat(ok(api.post(
                        credit + "/pay-out", "{\"amountMinor\": 100, \"currency\": \"GBP\", \"reference\": \"t\"}")))
                .containsEntry("leftMinor", 0);
        assertThat(api.get("/api/v1/customers/NOBODY/credit").statusCode()).isEqualTo(404);
    }

    @Test
    void whatWillNotBePaidIsWrittenOffOnceAndWithAReason() {
        String customer = till.shop.customer(100_000);
        Invoice invoice = invoiced(customer, 2);
        String path = "/api/v1/invoices/" + invoice.number() + "/write-off";
        refused(api.post(path, "{}"), 422, "no-reason", "reason");
        ok(api.post(path, "{\"reason\": \"insolvent\"}"));
        refused(api.post(path, "{\"reason\": \"again\"}"), 422, "nothing-open", "invoice");
        assertThat(till.exposure(customer)).isZero();
        assertThat(api.post("/api/v1/invoices/INV-1/write-off", "{\"reason\": \"x\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aPaymentIsAddedToAPrepaidOrderByItsNumber() {
        String number = till.prepaid("tok_refuse", till.item.times(2)).number();
        till.work();
        String path = "/api/v1/orders/" + number + "/payments";
        refused(api.post(path, "{\"token\": \"tok_ok\"}"), 422, "missing", "amountMinor");
        refused(api.post(path, "{\"amountMinor\": 100}"), 422, "no-payment-means", "token");
        refused(
                api.post(path, "{\"amountMinor\": 100, \"token\": \"4111 1111 1111 1111\"}"),
                422,
                "card-number",
                "token");
        refused(api.post(path, "{\"amountMinor\": 601, \"token\": \"tok_ok\"}"), 422, "bad-amount", "amountMinor");
        String key = till.shop.word("key");
        String body = "{\"amountMinor\": 600, \"token\": \"tok_ok\"}";
        HttpResponse<String> added = api.post(path, body, "Idempotency-Key", key);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        HttpResponse<String> again = api.post(path, body, "Idempotency-Key", key);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(added.body());

        till.work();
        Map<String, Object> money = ok(api.get(path));
        assertThat(money).containsEntry("authorisedMinor", 600).containsEntry("order", number);
        assertThat((List<?>) money.get("payments")).hasSize(2);
        assertThat(api.get("/api/v1/orders/SO-1/payments").statusCode()).isEqualTo(404);
    }

    @Test
    void anOrderWhosePaymentWasRefusedSaysWhyAndWhatToDoUntilAnotherIsAdded() {
        ApiCaller clerk = new ApiCaller(till.world(), "orders:read", "orders:write", "billing:write");
        String order = "/api/v1/orders/"
                + till.prepaid("tok_refuse", till.item.times(2)).number();
        HttpResponse<String> asked = clerk.get(order);
        assertThat(ApiCaller.json(asked)).containsEntry("paymentRefusal", null);
        till.work();

        HttpResponse<String> refused = clerk.get(order);
        assertThat(ApiCaller.json(refused).get("paymentRefusal"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("method", "card")
                .containsEntry("amountMinor", 600)
                .containsEntry("code", "declined")
                .containsEntry("reason", "the card issuer has said no")
                .containsEntry("refusedAt", till.world().clock().instant().toString())
                .hasEntrySatisfying(
                        "whatToDo", text -> assertThat(text.toString()).contains("Add another payment"));
        assertThat(refused.headers().firstValue("ETag"))
                .isNotEqualTo(asked.headers().firstValue("ETag"));

        clerk.post(order + "/payments", "{\"amountMinor\": 600, \"token\": \"tok_ok\"}");
        HttpResponse<String> added = clerk.get(order);
        assertThat(ApiCaller.json(added)).containsEntry("paymentRefusal", null);
        assertThat(added.headers().firstValue("ETag"))
                .isNotEqualTo(refused.headers().firstValue("ETag"));
        till.work();
        assertThat(clerk.get(order).body()).contains("the payment is authorised");
    }

    @Test
    void theMoneyOfAnOrderNamesItsInvoicesAndCreditNotes() {
        Invoice invoice = invoiced(till.shop.customer(100_000), 4);
        till.takeBack(invoice.orderId(), 1, 1);
        Map<String, Object> money = ok(api.get("/api/v1/orders/" + invoice.orderNumber() + "/payments"));
        assertThat(money)
                .containsEntry("invoicedMinor", 1_200)
                .containsEntry("creditedMinor", 300)
                .containsEntry("dueMinor", 900);
        assertThat(String.valueOf(money.get("invoices"))).contains("number=" + invoice.number() + ",");
        assertThat(String.valueOf(money.get("creditNotes")))
                .contains(till.money(invoice.orderId()).creditNotes().getFirst().number());
    }

    @Test
    void whatNeedsSomebodyIsListedRetriedAndLetRest() {
        long order = till.authorised("tok_refuse_capture", till.item.times(2)).orderId();
        till.ship(order);
        till.work();
        Map<String, Object> list = ok(api.get("/api/v1/payment-transactions?limit=200"));
        Map<?, ?> mine = items(list).stream()
                .filter(row -> Long.toString(order).equals(row.get("orderId")))
                .findFirst()
                .orElseThrow();
        assertThat(String.valueOf(mine.get("attention"))).contains("refused");
        assertThat(mine.get("failureCode")).isEqualTo("declined");

        String path = "/api/v1/orders/" + order + "/payment-transactions/";
        ok(api.post(path + mine.get("id") + "/retry", ""));
        refused(api.post(path + mine.get("id") + "/retry", ""), 422, "nothing-to-retry", "transactionId");
        till.work();
        String second = till.money(order).transactions().getLast().id() + "";
        refused(api.post(path + second + "/dismiss", "{}"), 422, "no-reason", "reason");
        ok(api.post(path + second + "/dismiss", "{\"reason\": \"card is closed\"}"));
        till.work();
        assertThat(till.money(order).voided()).isEqualTo(1_000_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/invoices/INV-1", "/invoices/INV-1.pdf", "/credit-notes/CN-1.pdf", "/orders/SO-1/payments"})
    void whatIsNotThereIsNotFound(String path) {
        assertThat(api.get("/api/v1" + path).statusCode()).isEqualTo(404);
    }

    @Test
    void readingIsNotWriting() {
        Invoice invoice = invoiced(till.shop.customer(100_000), 1);
        ApiCaller reader = new ApiCaller(till.world(), "billing:read");
        assertThat(reader.post("/api/v1/money-receipts", receipt(invoice.number(), 1))
                        .statusCode())
                .isEqualTo(403);
        assertThat(new ApiCaller(till.world(), "orders:read")
                        .get("/api/v1/invoices/" + invoice.number())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theApiDescribesItself() {
        String description = api.get("/api/v1/openapi").body();
        assertThat(description)
                .contains(
                        "\"/api/v1/invoices\"",
                        "\"/api/v1/invoices/{number}\"",
                        "\"/api/v1/invoices/{number}.pdf\"",
                        "\"/api/v1/credit-notes/{number}\"",
                        "\"/api/v1/money-receipts\"",
                        "\"/api/v1/customers/{customer}/credit/pay-out\"",
                        "\"/api/v1/payment-transactions\"",
                        "\"/api/v1/orders/{order}/payments\"",
                        "number of the invoice, such as INV-100001");
    }
}
