package dev.orderwright.exceptions;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Run;
import dev.orderwright.shared.exceptions.ExceptionCause;
import dev.orderwright.shared.exceptions.Fix;
import dev.orderwright.shared.exceptions.OpenException;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.workbench.JobKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The same fix for many exceptions of a cause, as a job. */
@Component
class FixMany implements JobKind<FixWish> {

    private final Fixing fixing;
    private final ExceptionCauses causes;

    FixMany(Fixing fixing, ExceptionCauses causes) {
        this.fixing = fixing;
        this.causes = causes;
    }

    @Override
    public String name() {
        return "fix-exceptions";
    }

    @Override
    public Class<FixWish> wishType() {
        return FixWish.class;
    }

    @Override
    public String title(FixWish wish, int count) {
        String cause = causes.find(wish.cause()).map(ExceptionCause::title).orElse(wish.cause());
        String fix = fixing.fix(wish).map(Fix::label).orElse(wish.fix());
        return t("exceptions.fixMany.title", cause, fix, Show.number(count));
    }

    @Override
    public List<Outcome<String>> run(Run run, FixWish wish, List<Long> subjects) {
        return fixing.fix(run, wish, subjects);
    }

    @Override
    public @Nullable String undoPermission(FixWish wish) {
        return fixing.fix(wish).map(Fix::undoPermission).orElse(null);
    }

    @Override
    public List<Outcome<String>> undo(Run run, FixWish wish, List<Done> done) {
        return fixing.undo(run, wish, done.stream().map(Done::undo).toList());
    }

    /** What was mended by somebody else meanwhile has no name any more. */
    @Override
    public Map<Long, Subject> subjects(FixWish wish, Collection<Long> ids) {
        return causes.find(wish.cause()).map(cause -> cause.find(ids)).orElse(List.of()).stream()
                .collect(Collectors.toMap(OpenException::id, open -> new Subject(open.label(), open.url())));
    }
}
