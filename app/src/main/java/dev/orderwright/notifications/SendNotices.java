package dev.orderwright.notifications;

import dev.orderwright.documents.Document;
import dev.orderwright.notifications.RetryRules.Next;
import dev.orderwright.notifications.mail.Delivery;
import dev.orderwright.notifications.mail.Mail;
import dev.orderwright.notifications.mail.MailPort;
import dev.orderwright.shared.BackgroundWork;
import dev.orderwright.shared.Company;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends what is due, a few messages at a time. Claim (a short transaction), call (outside of any transaction), record
 * (another transaction): whatever breaks off between two of them leaves a claimed row, whose time runs out and which is
 * then sent again under the same Message-ID.
 */
@Component
class SendNotices implements BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(SendNotices.class);
    private static final int AT_ONCE = 4;
    /** Shorter than a claim lasts, so that nobody else takes a message for abandoned that is still under way. */
    private static final Duration CALL_MAX = Duration.ofSeconds(60);

    private final NoticeClaims claims;
    private final MailPort port;
    private final Enclosures enclosures;
    private final NoticeBook book;
    private final Company company;
    private final InstantSource clock;

    SendNotices(
            NoticeClaims claims,
            MailPort port,
            Enclosures enclosures,
            NoticeBook book,
            Company company,
            InstantSource clock) {
        this.claims = claims;
        this.port = port;
        this.enclosures = enclosures;
        this.book = book;
        this.company = company;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "send-notices";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(2);
    }

    /** Returns how many were sent or given up, or put off. */
    @Override
    public int round() {
        if (!port.isSetUp()) {
            return 0;
        }
        NoticeClaims.Batch batch = claims.next(AT_ONCE);
        long end = System.nanoTime() + CALL_MAX.toNanos();
        List<Call> calls = new ArrayList<>();
        for (Notice notice : batch.notices()) {
            calls.add(new Call(notice, start(notice)));
        }
        calls.forEach(call -> record(batch.fence(), call, end));
        return calls.size();
    }

    private record Call(Notice notice, FutureTask<Delivery> answer) {}

    /** Tried too often by programs that never came back: somebody has to look before it is sent once more. */
    private FutureTask<Delivery> start(Notice notice) {
        FutureTask<Delivery> task = new FutureTask<>(() -> notice.tries() > RetryRules.TRIES_MAX
                ? new Delivery.Refused("It was begun " + notice.tries() + " times, and nobody knows how it ended.")
                : send(notice));
        Thread.ofVirtual().name("mail-" + notice.id()).start(task);
        return task;
    }

    private Delivery send(Notice notice) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("no mail server is called inside a transaction");
        }
        List<Document> papers = enclosures.of(notice);
        return port.send(new Mail(
                notice.messageId(),
                notice.writtenAt(),
                book.from(),
                company.name(),
                notice.recipient(),
                notice.subject(),
                notice.plain(),
                notice.html(),
                papers));
    }

    private void record(long fence, Call call, long end) {
        Next next = RetryRules.after(call.notice(), answer(call, end), clock.instant());
        claims.record(fence, call.notice(), next);
    }

    /** All of a batch were begun together and have the same time. */
    private static Delivery answer(Call call, long end) {
        try {
            return call.answer().get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            call.answer().cancel(true);
            return new Delivery.Unknown("no answer within " + CALL_MAX.toSeconds() + " seconds");
        } catch (ExecutionException e) {
            log.warn("message {} could not be sent", call.notice().id(), e.getCause());
            return new Delivery.Failed("It could not be sent: " + e.getCause());
        } catch (InterruptedException e) {
            call.answer().cancel(true);
            Thread.currentThread().interrupt();
            return new Delivery.Unknown("the program was stopped");
        }
    }
}
