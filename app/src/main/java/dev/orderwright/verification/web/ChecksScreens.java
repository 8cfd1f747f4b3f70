package dev.orderwright.verification.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Texts;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Screen;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import dev.orderwright.verification.Check;
import dev.orderwright.verification.Limit;
import dev.orderwright.verification.Policies;
import dev.orderwright.verification.Policies.Made;
import dev.orderwright.verification.Policy;
import dev.orderwright.verification.Policy.Rule;
import dev.orderwright.verification.Verdict;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What each check does on which channel: looked at by those who see orders, changed by those who may. */
@Controller
class ChecksScreens {

    private static final String URL = "/admin/checks";
    private static final int VERSIONS = 20;
    private static final int UNPROCESSABLE = 422;

    private final Policies policies;
    private final Show show;
    private final InstantSource clock;

    ChecksScreens(Policies policies, Show show, InstantSource clock) {
        this.policies = policies;
        this.show = show;
        this.clock = clock;
    }

    @GetMapping(URL)
    @Requires("orders:read")
    WebPage checks(@RequestParam(required = false) @Nullable Integer version, Who who) {
        Made current = policies.at(clock.instant());
        Made shown = version == null
                ? current
                : policies.byVersion(version).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        boolean isCurrent = shown.policy().version() == current.policy().version();
        return page(
                shown.policy().version(), shown.policy().rules(), isCurrent && who.may("checks:write"), "", List.of());
    }

    @PostMapping(URL)
    @Requires("checks:write")
    Screen save(@RequestParam MultiValueMap<String, String> form, Cause cause) {
        PolicyForm typed = PolicyForm.of(form);
        Outcome<Made> outcome = typed.refusals().isEmpty()
                ? policies.make(cause, new Policies.Wish(typed.version(), typed.rules(), typed.why()))
                : Outcome.refused(typed.refusals());
        return switch (outcome) {
            case Outcome.Done<Made>(Made made, boolean _) ->
                Redirect.to(
                        URL,
                        Flash.done(t("verification.screens.saved", made.policy().version())));
            case Outcome.Refused<Made>(List<Refusal> refusals) ->
                page(typed.version(), typed.rules(), true, typed.why(), refusals)
                        .status(UNPROCESSABLE);
        };
    }

    private WebPage page(int version, List<Rule> rules, boolean mayChange, String why, List<Refusal> refusals) {
        List<Made> made = policies.latest(VERSIONS);
        boolean older = made.getFirst().policy().version() != version && refusals.isEmpty();
        ChecksPage view = new ChecksPage(
                version,
                Arrays.stream(Check.values()).map(check -> group(check, rules)).toList(),
                mayChange ? URL : "",
                older ? t("verification.screens.olderVersion", version) : "",
                Field.text("why", t("verification.screens.why"), why)
                        .mandatory()
                        .errorsOf(refusals),
                refusals,
                made.stream().map(this::version).toList());
        return WebPage.of("verification/checks.jte", view, t("verification.screens.title"))
                .in("checks");
    }

    private ChecksPage.Version version(Made made) {
        int number = made.policy().version();
        return new ChecksPage.Version(
                number,
                URL + "?version=" + number,
                number == 0 ? t("verification.screens.fromTheBeginning") : show.moment(made.at()),
                number == 0 ? "" : Show.actor(made.by()),
                number == 0 ? "" : made.why());
    }

    private static ChecksPage.CheckGroup group(Check check, List<Rule> rules) {
        return new ChecksPage.CheckGroup(
                Texts.of(check),
                t("verification.what." + check),
                rulesOf(check, rules)
                        .sorted(Comparator.comparing(Rule::channel))
                        .map(ChecksScreens::row)
                        .toList(),
                Field.text(PolicyForm.NEW + check, t("verification.screens.anotherChannel"), ""));
    }

    /** A check of which an older version knows nothing stands there as one at which nobody looks. */
    private static Stream<Rule> rulesOf(Check check, List<Rule> rules) {
        List<Rule> own = rules.stream().filter(rule -> rule.check() == check).toList();
        boolean forAll = own.stream().anyMatch(rule -> rule.channel().equals(Policy.ANY_CHANNEL));
        return forAll
                ? own.stream()
                : Stream.concat(own.stream(), Stream.of(Policy.usual(check, Policy.ANY_CHANNEL, Verdict.PASS)));
    }

    private static ChecksPage.RuleRow row(Rule rule) {
        Map<String, String> verdicts = new LinkedHashMap<>();
        for (Verdict verdict : Verdict.values()) {
            verdicts.put(verdict.name(), Texts.of(verdict));
        }
        boolean forAll = rule.channel().equals(Policy.ANY_CHANNEL);
        if (!forAll) {
            verdicts.put(PolicyForm.AS_ALL, t("verification.screens.asAllOthers"));
        }
        String key = PolicyForm.key(rule);
        return new ChecksPage.RuleRow(
                forAll ? t("verification.screens.allOthers") : rule.channel(),
                Field.select(
                        PolicyForm.VERDICT + key,
                        t("verification.screens.whatHappens"),
                        rule.verdict().name(),
                        verdicts),
                Arrays.stream(Limit.values())
                        .filter(limit -> rule.check().limits().contains(limit))
                        .map(limit -> Field.number(
                                        PolicyForm.limit(limit, key),
                                        Texts.of(limit),
                                        String.valueOf(rule.limits().get(limit)))
                                .mandatory())
                        .toList());
    }
}
