package dev.orderwright.promising.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.promising.SourcingStrategy;
import dev.orderwright.promising.SourcingStrategy.Aim;
import dev.orderwright.promising.SourcingStrategy.Rule;
import dev.orderwright.promising.Strategies;
import dev.orderwright.promising.Strategies.Made;
import dev.orderwright.promising.Tariffs;
import dev.orderwright.promising.sourcing.CostPart;
import dev.orderwright.promising.sourcing.SplitPolicy.Splitting;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Company;
import dev.orderwright.shared.Money;
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
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** By what nodes are chosen: looked at by those who see orders, changed by those who may. */
@Controller
class SourcingScreens {

    private static final String URL = "/admin/sourcing";
    private static final String TRY_URL = "/admin/what-if?version=";
    /** The button that keeps a version of which nothing goes by. */
    private static final String DRAFT = "draft";

    private static final int VERSIONS = 20;
    private static final int UNPROCESSABLE = 422;

    private final Strategies strategies;
    private final Show show;
    private final Company company;
    private final InstantSource clock;

    SourcingScreens(Strategies strategies, Show show, Company company, InstantSource clock) {
        this.strategies = strategies;
        this.show = show;
        this.company = company;
        this.clock = clock;
    }

    @GetMapping(URL)
    @Requires("orders:read")
    WebPage sourcing(@RequestParam(required = false) @Nullable Integer version, Who who) {
        Made current = strategies.at(clock.instant());
        Made latest = strategies.inForce().getFirst();
        Made shown = version == null
                ? latest
                : strategies.byVersion(version).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        boolean isOld = !shown.strategy().isDraft()
                && shown.strategy().version() != latest.strategy().version();
        SourcingForm form = SourcingForm.of(
                strategies.latest(1).getFirst().strategy().version(),
                shown.strategy().rules());
        return page(
                form, shown.strategy(), !isOld && who.may("sourcing:write"), notice(shown, current, isOld), List.of());
    }

    private String notice(Made shown, Made current, boolean isOld) {
        SourcingStrategy strategy = shown.strategy();
        if (strategy.isDraft()) {
            return t("promising.screens.isADraft", strategy.version());
        }
        if (isOld) {
            return t("promising.screens.olderVersion", strategy.version());
        }
        return strategy.version() == current.strategy().version()
                ? ""
                : t(
                        "promising.screens.notYet",
                        strategy.version(),
                        show.moment(strategy.validFrom()),
                        current.strategy().version());
    }

    @PostMapping(URL)
    @Requires("sourcing:write")
    Screen save(@RequestParam Map<String, String> form, Cause cause) {
        SourcingForm typed = SourcingForm.typed(form);
        Outcome<Made> outcome = typed.refusals().isEmpty()
                ? strategies.make(
                        cause,
                        new Strategies.Wish(
                                typed.version(),
                                from(typed.from()),
                                typed.rules(),
                                typed.why(),
                                form.containsKey(DRAFT)))
                : Outcome.refused(typed.refusals());
        return switch (outcome) {
            case Outcome.Done<Made>(Made made, boolean _) ->
                Redirect.to(
                        made.strategy().isDraft() ? versionUrl(made.strategy()) : URL,
                        Flash.done(t("promising.screens.saved", made.strategy().version())));
            case Outcome.Refused<Made>(List<Refusal> refusals) ->
                page(typed, null, true, "", refusals).status(UNPROCESSABLE);
        };
    }

    /** The beginning of a day that is to come; today is now. */
    private @Nullable Instant from(@Nullable LocalDate day) {
        if (day == null || day.equals(LocalDate.ofInstant(clock.instant(), company.zone()))) {
            return null;
        }
        return day.atStartOfDay(company.zone()).toInstant();
    }

    private static String versionUrl(SourcingStrategy strategy) {
        return URL + "?version=" + strategy.version();
    }

    /** @param shown null while what somebody has typed is shown */
    private WebPage page(
            SourcingForm form,
            @Nullable SourcingStrategy shown,
            boolean mayChange,
            String notice,
            List<Refusal> refusals) {
        List<SourcingPage.RuleCard> cards = IntStream.range(0, form.rules().size())
                .mapToObj(i -> card(i, form, refusals))
                .toList();
        Field channel = Field.text(SourcingForm.NEW, t("promising.screens.anotherChannel"), "");
        Field from = Field.date(
                        "from",
                        t("promising.screens.from"),
                        form.from() == null ? "" : form.from().toString())
                .hint(t("promising.screens.fromHint"))
                .errorsOf(refusals);
        Field why = Field.text("why", t("promising.screens.why"), form.why())
                .mandatory()
                .errorsOf(refusals);
        List<Field> fields = new ArrayList<>(List.of(channel, from, why));
        cards.forEach(card -> fields.addAll(card.fields()));
        SourcingPage view = new SourcingPage(
                form.version(),
                cards,
                mayChange ? URL : "",
                notice,
                shown != null && mayChange ? TRY_URL + shown.version() : "",
                channel,
                from,
                why,
                Field.rest(refusals, fields),
                strategies.latest(VERSIONS).stream().map(this::version).toList());
        return WebPage.of("promising/sourcing.jte", view, t("promising.screens.title"))
                .in("sourcing");
    }

    private SourcingPage.Version version(Made made) {
        int number = made.strategy().version();
        boolean first = number == 0;
        String from = made.strategy().isDraft()
                ? t("promising.screens.draft")
                : show.moment(made.strategy().validFrom());
        return new SourcingPage.Version(
                number,
                versionUrl(made.strategy()),
                first ? t("promising.screens.fromTheBeginning") : from,
                first ? "" : Show.actor(made.by()),
                first ? "" : made.why());
    }

    private static SourcingPage.RuleCard card(int i, SourcingForm form, List<Refusal> refusals) {
        Rule rule = form.rules().get(i);
        boolean forAll = rule.channel().equals(SourcingStrategy.ANY_CHANNEL);
        Map<String, String> aims = new LinkedHashMap<>();
        for (Aim aim : Aim.values()) {
            aims.put(aim.name(), Texts.of(aim));
        }
        if (!forAll) {
            aims.put(SourcingForm.AS_ALL, t("promising.screens.asAllOthers"));
        }
        Map<String, String> splittings = new LinkedHashMap<>();
        for (Splitting splitting : Splitting.values()) {
            splittings.put(splitting.name(), Texts.of(splitting));
        }
        Fields fields = new Fields(i, form.in(), refusals);
        fields.add(Field.select(
                fields.name(SourcingForm.AIM),
                t("promising.screens.aim"),
                rule.aim().name(),
                aims));
        fields.text(SourcingForm.NAME, t("promising.screens.name"), t("promising.screens.nameHint"));
        fields.text(SourcingForm.SPLIT, t("promising.screens.splitPenalty", Tariffs.CURRENCY), "");
        fields.text(SourcingForm.LATE, t("promising.screens.latePerDay", Tariffs.CURRENCY), "");
        fields.text(SourcingForm.HANDLING, t("promising.screens.handling", Tariffs.CURRENCY), "");
        fields.add(Field.select(
                fields.name(SourcingForm.SPLITTING),
                t("promising.screens.splitting"),
                rule.splitting().name(),
                splittings));
        fields.number(SourcingForm.MOST, t("promising.screens.shipmentsMax"), t("promising.screens.noLimitHint"));
        for (CostPart part : CostPart.values()) {
            if (SourcingStrategy.PARTS.contains(part)) {
                fields.number(SourcingForm.WEIGHT + part, t("promising.weight." + part), "");
            }
        }
        return new SourcingPage.RuleCard(
                i,
                rule.channel(),
                forAll ? t("promising.screens.allOthers") : rule.channel(),
                means(rule),
                fields.made);
    }

    /** What follows from the amounts and weights, in the terms of somebody who has to answer for them. */
    private static List<String> means(Rule rule) {
        if (rule.aim() == Aim.FEWEST_SHIPMENTS) {
            return List.of(t("promising.screens.meansFewest"));
        }
        int carriage = rule.weight(CostPart.SHIPPING);
        if (carriage == 0) {
            return List.of(t("promising.screens.meansCarriageIsFree"));
        }
        long split = rule.splitPenalty() * rule.weight(CostPart.SPLIT)
                + rule.handlingPerShipment() * rule.weight(CostPart.HANDLING);
        long late = rule.latePerDay() * rule.weight(CostPart.LATENESS);
        return List.of(
                t("promising.screens.meansSplit", money(split / carriage)),
                t("promising.screens.meansLate", money(late / carriage)));
    }

    private static String money(long minor) {
        return Show.money(new Money(minor, Tariffs.CURRENCY));
    }

    /** The fields of a rule, with what they hold and what is wrong with them. */
    private record Fields(int rule, Map<String, String> in, List<Refusal> refusals, List<Field> made) {

        Fields(int rule, Map<String, String> in, List<Refusal> refusals) {
            this(rule, in, refusals, new ArrayList<>());
        }

        String name(String field) {
            return SourcingForm.field(rule, field);
        }

        void add(Field field) {
            made.add(field.errorsOf(refusals));
        }

        void text(String field, String label, String hint) {
            add(Field.text(name(field), label, in.getOrDefault(name(field), "")).hint(hint));
        }

        void number(String field, String label, String hint) {
            add(Field.number(name(field), label, in.getOrDefault(name(field), ""))
                    .hint(hint));
        }
    }
}
