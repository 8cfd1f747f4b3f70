package dev.orderwright.inventory;

import java.util.List;

/** The answer to defining nodes: what became of each, in the order in which they were given. */
public record NodesDefined(List<DefinedNode> nodes) {

    /** What became of one draft. */
    public record DefinedNode(String code, long id, int version, boolean changed) {}
}
