package dev.orderwright.allocation.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.allocation.SharingPlan;
import dev.orderwright.allocation.SharingPlan.Share;
import dev.orderwright.allocation.SharingRun;
import dev.orderwright.allocation.web.SharingPage.Bar;
import dev.orderwright.allocation.web.SharingPage.Body;
import dev.orderwright.allocation.web.SharingPage.Form;
import dev.orderwright.allocation.web.SharingPage.Row;
import dev.orderwright.allocation.web.SharingPage.Segment;
import dev.orderwright.catalog.Item;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Texts;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Show;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs as people read them. */
@Component
class SharingPages {

    /** More are not looked through by anybody; those after them are counted. */
    private static final int SHOWN_MAX = 200;

    private final Show show;

    SharingPages(Show show) {
        this.show = show;
    }

    /**
     * What a run would do.
     *
     * @param looked null where there is nothing to share out
     * @param refusals why what was typed was not done
     */
    static SharingPage page(
            Item item, String url, SharingForm form, @Nullable SharingPlan looked, List<Refusal> refusals) {
        Field reason = Field.text("reason", t("shared.word.reason"), form.reason())
                .mandatory()
                .hint(t("allocation.form.reasonHint"))
                .errorsOf(refusals);
        List<Field> fields = List.of(form.ruleField(), form.tiersField(), reason);
        return new SharingPage(
                t("allocation.page.title", item.sku().code()),
                item.description(),
                new Form(url, fields.get(0), fields.get(1), reason),
                looked == null ? null : body(item, looked, form),
                List.of(),
                Field.rest(refusals, fields));
    }

    /** A run that was made: those first to whom something happened. */
    SharingPage page(Item item, String itemUrl, SharingRun run) {
        List<Share> changedFirst = run.plan().shares().stream()
                .sorted(Comparator.comparing(share -> share.difference() == 0))
                .toList();
        SharingPlan plan =
                new SharingPlan(run.plan().free(), changedFirst, run.plan().left());
        return new SharingPage(
                t("allocation.page.made", item.sku().code()),
                item.description(),
                null,
                body(item, plan, null),
                List.of(
                        KeyValue.link(t("allocation.page.item"), item.sku().code(), itemUrl),
                        KeyValue.of(t("allocation.form.rule"), Texts.of(run.rule())),
                        KeyValue.of(
                                t("allocation.form.tiers"),
                                run.tiers() ? t("allocation.form.urgentFirst") : t("allocation.form.together")),
                        KeyValue.of(t("shared.word.reason"), run.reason()),
                        KeyValue.of(t("shared.word.by"), Show.actor(run.actor())),
                        KeyValue.of(t("shared.word.when"), show.moment(run.at()))),
                List.of());
    }

    /** @param form null where nothing can be chosen any more */
    static Body body(Item item, SharingPlan plan, @Nullable SharingForm form) {
        List<Share> shares = plan.shares();
        int more = Math.max(0, shares.size() - SHOWN_MAX);
        return new Body(
                plan.mark(),
                figures(item, plan),
                shares.stream()
                        .limit(SHOWN_MAX)
                        .map(share -> row(item, share, form))
                        .toList(),
                more == 0 ? "" : t("allocation.page.more", Show.number(more)),
                form != null);
    }

    private static List<KeyValue> figures(Item item, SharingPlan plan) {
        List<Share> gain =
                plan.shares().stream().filter(share -> share.difference() > 0).toList();
        List<Share> lose =
                plan.shares().stream().filter(share -> share.difference() < 0).toList();
        return List.of(
                KeyValue.number(t("allocation.page.free"), units(item, plan.free())),
                KeyValue.number(t("allocation.page.gained"), units(item, sum(gain, Share::difference)))
                        .hint(orders(gain.size())),
                KeyValue.number(t("allocation.page.lost"), units(item, -sum(lose, Share::difference)))
                        .hint(orders(lose.size())),
                KeyValue.number(
                        t("allocation.page.lacking"),
                        units(item, sum(plan.shares(), share -> share.wants() - share.got()))),
                KeyValue.number(t("allocation.page.left"), units(item, plan.left())));
    }

    private static String orders(int count) {
        return Show.count(count, t("allocation.page.oneOrder"), t("allocation.page.manyOrders"));
    }

    private static long sum(List<Share> shares, ToLongFunction<Share> units) {
        return shares.stream().mapToLong(units).sum();
    }

    private static String units(Item item, long units) {
        return Quantities.text(units, item.quantityDecimals());
    }

    private static Row row(Item item, Share share, @Nullable SharingForm form) {
        long difference = share.difference();
        long short_ = share.meant() - share.got();
        return new Row(
                share.number(),
                "/orders/" + share.number(),
                share.channel(),
                Integer.toString(share.priority()),
                Texts.of(share.policy()),
                form == null ? null : form.policyField(share.orderId(), share.number(), share.policy()),
                bar(item, share),
                units(item, share.wants()),
                units(item, share.before()),
                units(item, share.got()),
                difference == 0 ? "–" : (difference < 0 ? "−" : "+") + units(item, Math.abs(difference)),
                difference == 0 ? "" : difference < 0 ? "bad" : "good",
                short_ <= 0 ? "" : t("allocation.page.notThere", units(item, short_)));
    }

    private static Bar bar(Item item, Share share) {
        List<Segment> segments = new ArrayList<>();
        long kept = Math.min(share.before(), share.got());
        long most = Math.max(share.before(), share.got());
        add(segments, "share-kept", 0, kept, share.wants());
        add(segments, share.difference() > 0 ? "share-gained" : "share-lost", kept, most, share.wants());
        add(segments, "share-lacks", most, share.wants(), share.wants());
        return new Bar(
                t(
                        "allocation.page.bar",
                        units(item, share.wants()),
                        units(item, share.before()),
                        units(item, share.got())),
                segments);
    }

    private static void add(List<Segment> segments, String css, long from, long until, long whole) {
        if (until > from) {
            segments.add(new Segment(css, percent(from, whole), percent(until - from, whole)));
        }
    }

    private static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.3f", 100.0 * part / whole);
    }
}
