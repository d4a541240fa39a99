/** The geometry of a loss at a point in closed form, as expressions: what computer algebra hands out. */
package org.selfstab.expression.closedform;
