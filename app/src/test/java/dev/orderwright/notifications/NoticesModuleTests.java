package dev.orderwright.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.notifications.MailServer.Fault;
import dev.orderwright.notifications.MailServer.Received;
import dev.orderwright.notifications.NoticeClaims.Batch;
import dev.orderwright.notifications.mail.Mail;
import dev.orderwright.notifications.mail.MailPort;
import dev.orderwright.orders.Address;
import dev.orderwright.orders.CancelOrder;
import dev.orderwright.orders.OrderDraft;
import dev.orderwright.orders.Orders;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Language;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Texts;
import dev.orderwright.shared.web.TodayTiles;
import dev.orderwright.shared.web.Who;
import dev.orderwright.shipping.Dock;
import dev.orderwright.shipping.Dock.Picked;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customers are told what happens to their orders, once each, through a mail server with all its moods. */
class NoticesModuleTests {

    private static final MailServer SERVER = new MailServer();
    private static final World WORLD = World.fresh(Map.of(
            "orderwright.mail.host", "127.0.0.1",
            "orderwright.mail.port", SERVER.port(),
            "orderwright.mail.tls", "NONE",
            "orderwright.mail.from", "orders@shop.example",
            "orderwright.mail.patience", "2s"));

    private final Shop shop = new Shop(WORLD);
    private final Goods item = shop.item();
    private final Notices notices = WORLD.bean(Notices.class);
    private final NoticeQueries queries = WORLD.bean(NoticeQueries.class);

    @BeforeAll
    static void begin() {
        write();
    }

    @AfterAll
    static void stop() {
        WORLD.close();
        SERVER.close();
    }

    /** Whatever other tests have left to send. */
    @BeforeEach
    void nothingWaits() {
        SERVER.always(Fault.NONE);
        work();
    }

    private static void write() {
        while (WORLD.bean(WriteNotices.class).round() > 0) {
            // the next ones
        }
    }

    private static void send() {
        while (WORLD.bean(SendNotices.class).round() > 0) {
            // the next ones
        }
    }

    private static void work() {
        write();
        send();
    }

    private Placed place(String email) {
        OrderDraft draft = shop.draft(item.times(2));
        return shop.place(new OrderDraft(
                draft.channel(),
                draft.externalId(),
                null,
                "GBP",
                null,
                null,
                "STANDARD",
                false,
                0,
                null,
                draft.terms(),
                draft.payment(),
                new Address("Ada <Buyer> & Co", "", "12 High Street", "", "Leeds", "", "LS1 4AB", "GB", "", email),
                null,
                draft.lines(),
                0,
                0,
                "",
                draft.ifShort()));
    }

    private String email() {
        return shop.word("ada-") + "@example.com";
    }

    private Notice only(Placed placed) {
        List<Notice> all = queries.ofOrder(placed.orderId());
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static MimeMessage parsed(Received mail) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.text().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aConfirmedOrderIsConfirmedByMailWithItsPaperOnce() throws Exception {
        String email = email();
        Placed placed = place(email);

        work();
        work();

        assertThat(SERVER.receivedBy(email)).hasSize(1);
        MimeMessage mail = parsed(SERVER.receivedBy(email).getFirst());
        assertThat(mail.getSubject()).isEqualTo("Your order " + placed.number() + " is confirmed");
        assertThat(mail.getFrom()[0].toString()).contains("orders@shop.example");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        Multipart whole = (Multipart) mail.getContent();
        Multipart bodies = (Multipart) whole.getBodyPart(0).getContent();
        String plain = bodies.getBodyPart(0).getContent().toString();
        String html = bodies.getBodyPart(1).getContent().toString();
        assertThat(plain).contains("Dear Ada <Buyer> & Co,", "2 x Thing", "Total: 6.00 GBP", "12 High Street");
        assertThat(html)
                .contains("Ada &lt;Buyer&gt; &amp; Co", "<h1>Your order " + placed.number(), "6.00 GBP", "lang=\"en\"")
                .doesNotContain("<script", "style=", "http:", "https:");
        BodyPart paper = whole.getBodyPart(1);
        assertThat(paper.getFileName()).isEqualTo("order-" + placed.number() + ".pdf");
        assertThat(new String(paper.getInputStream().readNBytes(5), StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        assertThat(only(placed).state()).isEqualTo(NoticeState.SENT);
        assertThat(WORLD.bean(Facts.class).of("order", placed.orderId(), 50))
                .extracting(fact -> fact.fact().type())
                .contains("CustomerMailed");
        assertThat(WORLD.bean(Facts.class).of("order", placed.orderId(), 50))
                .noneMatch(fact -> fact.fact().data().toString().contains(email));
    }

    @Test
    void aFactThatIsReadAgainMakesNoSecondMessage() throws SQLException {
        String email = email();
        Placed placed = place(email);
        work();
        String messageId = only(placed).messageId();

        try (Connection connection = WORLD.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("update notifications.reader set tx = 0, fact_id = 0");
        }
        work();

        assertThat(only(placed).messageId()).isEqualTo(messageId);
        assertThat(SERVER.receivedBy(email)).hasSize(1);
    }

    @Test
    void goodsThatLeaveAndTheirInvoiceAreMailed() throws Exception {
        Dock dock = new Dock(WORLD);
        Picked picked = dock.picked(3);
        dock.shipped(picked, 3);

        work();

        List<Notice> told = queries.ofOrder(picked.placed().orderId());
        assertThat(told)
                .extracting(Notice::kind)
                .containsExactlyInAnyOrder(NoticeKind.CONFIRMATION, NoticeKind.SHIPPED, NoticeKind.INVOICE);
        assertThat(told).allMatch(notice -> notice.state() == NoticeState.SENT);
        Notice shipped = told.stream()
                .filter(notice -> notice.kind() == NoticeKind.SHIPPED)
                .findFirst()
                .orElseThrow();
        assertThat(shipped.plain()).contains("is on its way", "Carrier: ", "Tracking number: ", "3 x Thing");
        Notice invoice = told.stream()
                .filter(notice -> notice.kind() == NoticeKind.INVOICE)
                .findFirst()
                .orElseThrow();
        Received mail = SERVER.received().stream()
                .filter(received -> received.header("Message-ID").equals(invoice.messageId()))
                .findFirst()
                .orElseThrow();
        Multipart whole = (Multipart) parsed(mail).getContent();
        assertThat(whole.getBodyPart(1).getFileName()).isEqualTo("invoice-" + invoice.attached() + ".pdf");
    }

    @Test
    void aCancelledOrderIsToldOf() {
        String email = email();
        Placed placed = place(email);
        WORLD.bean(Orders.class)
                .cancel(shop.cause(), new CancelOrder(placed.orderId(), null, List.of(), "changed mind"))
                .orThrow();

        work();

        assertThat(queries.ofOrder(placed.orderId())).extracting(Notice::kind).contains(NoticeKind.CANCELLED);
        assertThat(refusals(notices.send(shop.cause(), placed.orderId(), NoticeKind.CONFIRMATION, null)))
                .containsExactly("nothing-to-tell kind");
    }

    @Test
    void whatAServerCannotTakeNowIsTriedAgainAfterGrowingPauses() {
        String email = email();
        SERVER.next(Fault.RECIPIENT_LATER, Fault.CONTENT_LATER, Fault.HANGS_UP_AT_ONCE, Fault.TOO_SLOW);
        Placed placed = place(email);

        work();
        assertThat(only(placed).state()).isEqualTo(NoticeState.WAITING);
        assertThat(only(placed).reason()).contains("451");
        work();
        assertThat(only(placed).tries()).as("it rests first").isEqualTo(1);
        for (int minutes : List.of(1, 5, 15)) {
            WORLD.clock().advance(Duration.ofMinutes(minutes));
            work();
            assertThat(only(placed).state()).isEqualTo(NoticeState.WAITING);
        }
        assertThat(only(placed).reason()).contains("No connection");
        assertThat(SERVER.receivedBy(email)).isEmpty();
        WORLD.clock().advance(Duration.ofHours(1));
        work();

        assertThat(only(placed).state()).isEqualTo(NoticeState.SENT);
        assertThat(only(placed).tries()).isEqualTo(5);
        assertThat(SERVER.receivedBy(email)).hasSize(1);
    }

    @Test
    void whatAServerWillNeverTakeNeedsAPersonAtOnce() {
        for (Fault fault : List.of(Fault.RECIPIENT_NEVER, Fault.SENDER_NEVER, Fault.CONTENT_NEVER)) {
            SERVER.next(fault);
            Placed placed = place(email());
            work();
            assertThat(only(placed).state()).as(fault.name()).isEqualTo(NoticeState.ATTENTION);
            assertThat(only(placed).reason()).containsAnyOf("550", "554");
            assertThat(only(placed).tries()).isEqualTo(1);
            assertThat(WORLD.bean(Facts.class).of("order", placed.orderId(), 50))
                    .extracting(fact -> fact.fact().type())
                    .contains("MailNotSent");
        }
        Who clerk = new Who(Actor.user("clerk"), "Clerk", Set.of("orders:write"), Set.of(), Set.of(), null, false);
        assertThat(WORLD.beans(TodayTiles.class).stream().flatMap(tiles -> tiles.tilesFor(clerk).stream()))
                .anySatisfy(tile -> {
                    assertThat(tile.url()).isEqualTo("/admin/messages?view=attention");
                    assertThat(tile.count()).isGreaterThanOrEqualTo(3);
                });
    }

    @Test
    void itIsNotTriedForEver() {
        SERVER.always(Fault.CONTENT_LATER);
        Placed placed = place(email());
        for (int i = 0; i < 20 && (i == 0 || only(placed).state() == NoticeState.WAITING); i++) {
            work();
            WORLD.clock().advance(Duration.ofHours(12));
        }

        assertThat(only(placed).state()).isEqualTo(NoticeState.ATTENTION);
        assertThat(only(placed).tries()).isEqualTo(RetryRules.TRIES_MAX);
    }

    @Test
    void whenTheServerSaysNothingAfterAllItIsSentAgainUnderTheSameMessageId() {
        String email = email();
        SERVER.next(Fault.SILENT_AFTER_DATA);
        Placed placed = place(email);
        work();
        assertThat(only(placed).state()).isEqualTo(NoticeState.WAITING);
        assertThat(only(placed).reason()).contains("did not say");
        WORLD.clock().advance(Duration.ofMinutes(1));
        work();

        assertThat(only(placed).state()).isEqualTo(NoticeState.SENT);
        assertThat(SERVER.receivedBy(email))
                .hasSize(2)
                .extracting(mail -> mail.header("Message-ID"))
                .containsOnly(only(placed).messageId());
        assertThat(SERVER.receivedBy(email))
                .extracting(mail -> mail.header("Date"))
                .containsOnly(SERVER.receivedBy(email).getFirst().header("Date"));
    }

    @Test
    void aProgramThatDiesBetweenSendingAndRecordingLeavesAMessageThatIsKnownAgain() {
        String email = email();
        Placed placed = place(email);
        write();
        NoticeClaims claims = WORLD.bean(NoticeClaims.class);
        Batch lost = claims.next(1);
        Notice claimed = lost.notices().getFirst();
        WORLD.bean(MailPort.class)
                .send(new Mail(
                        claimed.messageId(),
                        claimed.writtenAt(),
                        "orders@shop.example",
                        "Shop",
                        claimed.recipient(),
                        claimed.subject(),
                        claimed.plain(),
                        claimed.html(),
                        List.of()));

        send();
        assertThat(SERVER.receivedBy(email)).as("its claim still holds").hasSize(1);
        WORLD.clock().advance(Duration.ofMinutes(3));
        send();

        assertThat(only(placed).state()).isEqualTo(NoticeState.SENT);
        assertThat(SERVER.receivedBy(email))
                .hasSize(2)
                .extracting(mail -> mail.header("Message-ID"))
                .containsOnly(claimed.messageId());
        assertThat(claims.record(lost.fence(), claimed, new RetryRules.Next(NoticeState.ATTENTION, "late", null)))
                .as("who comes late records nothing")
                .isFalse();
        assertThat(only(placed).state()).isEqualTo(NoticeState.SENT);
    }

    @Test
    void peopleHaveItSentAgainAlsoToAnotherAddress() {
        String email = email();
        String other = email();
        Placed placed = place(email);
        work();

        var cause = shop.cause();
        Outcome<Notices.Asked> asked =
                notices.send(cause, placed.orderId(), NoticeKind.CONFIRMATION, " " + other + " ");
        assertThat(notices.send(cause, placed.orderId(), NoticeKind.CONFIRMATION, other)
                        .orThrow())
                .as("the same wish once more")
                .isEqualTo(asked.orThrow());
        work();

        assertThat(asked.orThrow().isKeptOnly()).isFalse();
        assertThat(SERVER.receivedBy(other)).hasSize(1);
        assertThat(SERVER.receivedBy(email)).hasSize(1);
        assertThat(queries.ofOrder(placed.orderId())).hasSize(2);
        assertThat(queries.ofOrder(placed.orderId()).getFirst().askedBy()).isEqualTo("user:tester");
    }

    @Test
    void whoAsksForItDoesNotChangeWhatLanguageTheCustomerReads() {
        Placed placed = place(email());
        work();

        Texts.in(
                        Language.of("de").orElseThrow(),
                        () -> notices.send(shop.cause(), placed.orderId(), NoticeKind.CONFIRMATION, null))
                .orThrow();

        List<Notice> both = queries.ofOrder(placed.orderId());
        assertThat(both).hasSize(2);
        assertThat(both.getFirst().plain()).isEqualTo(both.getLast().plain());
    }

    private static List<String> refusals(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> done -> List.of();
            case Outcome.Refused<?>(List<Refusal> refusals) ->
                refusals.stream().map(r -> r.code() + " " + r.field()).toList();
        };
    }

    @Test
    void whatCannotBeSaidIsRefusedByField() {
        Placed placed = place("");
        work();
        assertThat(queries.ofOrder(placed.orderId()))
                .as("nobody knows where to")
                .isEmpty();

        long order = placed.orderId();
        assertThat(refusals(notices.send(shop.cause(), order, NoticeKind.CONFIRMATION, null)))
                .containsExactly("no-address to");
        assertThat(refusals(
                        notices.send(shop.cause(), order, NoticeKind.CONFIRMATION, "a@b.example\r\nBcc: c@d.example")))
                .containsExactly("bad-address to");
        assertThat(refusals(notices.send(shop.cause(), order, NoticeKind.SHIPPED, "a@b.example")))
                .containsExactly("nothing-to-tell kind");
        assertThat(refusals(notices.send(shop.cause(), -5, NoticeKind.CONFIRMATION, null)))
                .containsExactly("unknown-order orderId");
    }

    @Test
    void anAddressThatIsNoneIsKeptForAPersonToSee() {
        Placed placed = place("ada at example");
        work();

        assertThat(only(placed).state()).isEqualTo(NoticeState.ATTENTION);
        assertThat(only(placed).reason()).contains("is not an e-mail address");
    }

    @Test
    void aKindThatIsTurnedOffIsNotMailedByItself() {
        notices.turn(shop.cause(), NoticeKind.CONFIRMATION, false).orThrow();
        Placed quiet = place(email());
        work();
        notices.turn(shop.cause(), NoticeKind.CONFIRMATION, true).orThrow();
        Placed told = place(email());
        work();

        assertThat(queries.ofOrder(quiet.orderId())).isEmpty();
        assertThat(only(told).state()).isEqualTo(NoticeState.SENT);
    }

    @Test
    void whatPeopleLetRestStaysUntilSomebodySendsIt() {
        SERVER.next(Fault.RECIPIENT_NEVER);
        String email = email();
        Placed placed = place(email);
        work();
        List<Long> ids = List.of(only(placed).id());

        assertThat(notices.dismiss(shop.cause(), ids).orThrow().notices()).isEqualTo(1);
        assertThat(notices.dismiss(shop.cause(), ids).orThrow().notices()).isZero();
        work();
        assertThat(only(placed).state()).isEqualTo(NoticeState.DISMISSED);
        assertThat(notices.retry(shop.cause(), ids).orThrow().notices()).isEqualTo(1);
        work();

        assertThat(only(placed).state()).isEqualTo(NoticeState.SENT);
        assertThat(Objects.requireNonNull(only(placed).endedAt()))
                .isEqualTo(WORLD.clock().instant());
        assertThat(notices.retry(shop.cause(), ids).orThrow().notices())
                .as("sent is sent")
                .isZero();
        assertThat(SERVER.receivedBy(email)).hasSize(1);
    }
}
