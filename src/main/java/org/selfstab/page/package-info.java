/** Reports as self-contained HTML pages, with their figures beside them as SVG and PNG. */
package org.selfstab.page;
