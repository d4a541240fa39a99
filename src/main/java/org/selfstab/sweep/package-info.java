/** Quantities and claims of a problem over a grid of parameters: each point a run, finished points kept in a journal. */
package org.selfstab.sweep;
