package dev.orderwright.notifications;

import dev.orderwright.notifications.Letters.Written;
import dev.orderwright.notifications.NoticeRules.Wanted;
import dev.orderwright.notifications.NoticeStore.New;
import dev.orderwright.notifications.mail.MailPort;
import dev.orderwright.notifications.mail.MailSettings;
import dev.orderwright.shared.Company;
import dev.orderwright.shared.Language;
import dev.orderwright.shared.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps messages before anybody is called, each with the id it will have for good. */
@Component
class NoticeBook {

    /** Orders may be large. */
    private static final int AT_ONCE = 50;

    static final String NO_SERVER = "No mail server is set up.";

    private final Letters letters;
    private final NoticeStore store;
    private final MailPort port;
    private final MailSettings settings;
    private final Company company;

    NoticeBook(Letters letters, NoticeStore store, MailPort port, MailSettings settings, Company company) {
        this.letters = letters;
        this.store = store;
        this.port = port;
        this.settings = settings;
        this.company = company;
    }

    /** Whether facts make messages by themselves. */
    boolean isAutomatic() {
        return switch (settings.automatic()) {
            case ON -> true;
            case OFF -> false;
            case AUTO -> port.isSetUp();
        };
    }

    /** Whether there is somewhere to send to. */
    boolean isSetUp() {
        return port.isSetUp();
    }

    /** The address that customers answer to. */
    String from() {
        return settings.from().isBlank() ? company.email() : settings.from();
    }

    /**
     * Writes and keeps messages, in the language of the papers, whoever asks. Whom nobody knows an address of is not written to.
     *
     * @param to another address than the one of the order, null for that one
     * @return those that are kept now
     */
    List<Written> write(Collection<Wanted> wanted, @Nullable String to, Instant at) {
        List<Wanted> all = List.copyOf(wanted);
        List<Written> kept = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<Wanted> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            List<Written> written = Texts.in(Language.ENGLISH, () -> letters.write(some, to)).stream()
                    .filter(one -> !one.to().isEmpty())
                    .toList();
            store.insert(written.stream().map(this::kept).toList(), at);
            kept.addAll(written);
        }
        return kept;
    }

    private New kept(Written written) {
        String host = from().substring(from().indexOf('@') + 1);
        String messageId = "<" + written.id() + "." + written.wanted().orderId() + "@" + host + ">";
        if (!written.problem().isEmpty()) {
            return new New(written, messageId, NoticeState.ATTENTION, written.problem());
        }
        return port.isSetUp()
                ? new New(written, messageId, NoticeState.WAITING, "")
                : new New(written, messageId, NoticeState.UNSENT, NO_SERVER);
    }
}
