package dev.orderwright.insight;

import dev.orderwright.shared.FactFollower;
import java.util.List;
import org.springframework.stereotype.Component;

/** How far the search and the counting of days have come. */
@Component
class ProjectionPositions implements FactFollower {

    private final ProjectionStore store;

    ProjectionPositions(ProjectionStore store) {
        this.store = store;
    }

    @Override
    public List<Position> positions() {
        return store.all();
    }
}
