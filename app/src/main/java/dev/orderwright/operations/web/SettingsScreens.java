package dev.orderwright.operations.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Company;
import dev.orderwright.shared.Language;
import dev.orderwright.shared.Lease;
import dev.orderwright.shared.Workers;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.WebPage;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What was set where the program was started, for those who wonder why it does as it does. */
@Controller
class SettingsScreens {

    private final Company company;
    private final ProgramSettings program;
    private final InstantSource clock;

    SettingsScreens(Company company, ProgramSettings program, InstantSource clock) {
        this.company = company;
        this.program = program;
        this.clock = clock;
    }

    /** How the program does its own work. */
    @Component
    record ProgramSettings(
            Workers workers,
            Lease lease,
            @Value("${orderwright.release.automatic:true}") boolean releasesByItself) {}

    @GetMapping("/admin/settings")
    @Requires("system:read")
    WebPage settings() {
        SettingsPage view = new SettingsPage(List.of(
                new SettingsPage.Group(t("operations.settings.seller"), seller()),
                new SettingsPage.Group(t("operations.settings.money"), moneyAndTime()),
                new SettingsPage.Group(t("operations.settings.bank"), bank()),
                new SettingsPage.Group(t("operations.settings.program"), program())));
        return WebPage.of("operations/settings.jte", view, t("operations.settings.title"))
                .in("admin")
                .crumb(t("operations.admin.title"), IndexScreens.INDEX)
                .with("console/operations.css");
    }

    private List<KeyValue> seller() {
        return List.of(
                ofCompany(t("operations.settings.name"), company.name(), "name"),
                ofCompany(t("operations.settings.street"), company.street(), "street"),
                ofCompany(t("operations.settings.postcode"), company.postcode(), "postcode"),
                ofCompany(t("operations.settings.city"), company.city(), "city"),
                ofCompany(t("operations.settings.country"), company.country(), "country"),
                ofCompany(t("operations.settings.taxId"), company.taxId(), "tax-id"),
                ofCompany(t("operations.settings.registration"), company.registration(), "registration"),
                ofCompany(t("operations.settings.email"), company.email(), "email"),
                ofCompany(t("operations.settings.phone"), company.phone(), "phone"),
                ofCompany(t("operations.settings.web"), company.web(), "web"));
    }

    private List<KeyValue> moneyAndTime() {
        return List.of(
                ofCompany(t("operations.settings.currency"), company.currency(), "currency"),
                ofCompany(t("operations.settings.zone"), company.zone().getId(), "zone"),
                KeyValue.of(t("operations.settings.now"), Show.moment(clock.instant(), company.zone())),
                KeyValue.of(
                                t("operations.settings.languages"),
                                Language.all().stream().map(Language::name).collect(Collectors.joining(", ")))
                        .hint(t("operations.settings.languagesHint")));
    }

    private List<KeyValue> bank() {
        return List.of(
                ofCompany(t("operations.settings.bankName"), company.bank(), "bank"),
                ofCompany("IBAN", company.iban(), "iban"),
                ofCompany("BIC", company.bic(), "bic"));
    }

    private List<KeyValue> program() {
        return List.of(
                set(
                        t("operations.settings.release"),
                        program.releasesByItself()
                                ? t("operations.settings.byItself")
                                : t("operations.settings.byHand"),
                        "orderwright.release.automatic"),
                set(
                        t("operations.settings.workers"),
                        program.workers().isWorking() ? t("operations.settings.on") : t("operations.settings.off"),
                        "orderwright.workers"),
                set(t("operations.settings.lease"), Sizes.time(program.lease().length()), "orderwright.lease"));
    }

    private static KeyValue ofCompany(String label, String value, String name) {
        return set(label, value, "orderwright.company." + name);
    }

    /** {@code orderwright.company.tax-id} is set by {@code ORDERWRIGHT_COMPANY_TAXID}. */
    private static KeyValue set(String label, String value, String property) {
        String variable = property.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", "");
        return KeyValue.of(label, value.isBlank() ? t("operations.settings.none") : value)
                .hint(variable);
    }
}
