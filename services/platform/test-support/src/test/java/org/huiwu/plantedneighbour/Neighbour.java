package org.huiwu.plantedneighbour;

/// Of another service.
public record Neighbour() {}
