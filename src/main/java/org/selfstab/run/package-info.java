/** How a run ended, and from which build of the program. */
package org.selfstab.run;
