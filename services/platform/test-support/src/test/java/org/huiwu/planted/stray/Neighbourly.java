package org.huiwu.planted.stray;

import org.huiwu.plantedneighbour.Neighbour;

record Neighbourly(Neighbour neighbour) {}
