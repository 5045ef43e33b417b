<?xml version="1.0" encoding="utf-8"?>
<!-- Shows a feed to a person who clicks on it: what it is, how to follow it, and what is in it.
     Where a browser knows XSLT no more, feed.css beside it shows the same as plain text.
     All it shows is text and links of our own. It states no Content-Security-Policy, which would break the notice
     that Chromium puts on such pages; one that a server sends does not keep it from working. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"
  exclude-result-prefixes="atom dc">
  <xsl:output method="html" encoding="utf-8" doctype-system="about:legacy-compat"/>

  <!-- The way to the site's root, from the line by which the feed names this sheet. -->
  <xsl:variable name="root" select="substring-before(substring-after(/processing-instruction('xml-stylesheet')[contains(., 'feed.xsl')], 'href=&quot;'), 'theme/feed.xsl')"/>

  <xsl:template match="/">
    <html lang="id">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <meta name="robots" content="noindex"/>
        <title><xsl:apply-templates select="rss/channel/title | atom:feed/atom:title"/></title>
        <link rel="icon" type="image/svg+xml" href="{$root}theme/favicon.svg"/>
        <link rel="stylesheet" href="{$root}theme/css/kliping.css"/>
      </head>
      <body>
        <header class="masthead">
          <a class="brand" href="{$root}index.html"><b>Beranda</b></a>
          <nav aria-label="Utama"><ul><li><a href="{$root}langganan/">Langganan</a></li></ul></nav>
        </header>
        <main>
          <xsl:apply-templates select="rss/channel | atom:feed"/>
        </main>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="channel | atom:feed">
    <header class="opening">
      <h1><xsl:apply-templates select="title | atom:title"/></h1>
      <p class="lede"><xsl:apply-templates select="description | atom:subtitle"/></p>
      <p class="aside">Ini umpan (<i lang="en">feed</i>), daftar berita untuk aplikasi pembaca umpan. Untuk berlangganan, salin alamat ini ke aplikasi Anda: <b class="path"><xsl:value-of select="atom:link[@rel = 'self']/@href"/></b></p>
      <p class="aside"><a href="./">Halaman dengan berita yang sama</a> atau <a href="{$root}langganan/">semua umpan dan cara berlangganan</a></p>
    </header>
    <section class="entry">
      <div class="margin"><h2>Terbaru</h2></div>
      <xsl:choose>
        <xsl:when test="item | atom:entry">
          <ul class="cards"><xsl:apply-templates select="item | atom:entry"/></ul>
        </xsl:when>
        <xsl:otherwise><p class="empty">Belum ada berita.</p></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>

  <xsl:template match="item | atom:entry">
    <li class="card">
      <xsl:variable name="lang" select="dc:language | @xml:lang"/>
      <h3 class="headline">
        <a href="{link | atom:link[@rel = 'alternate']/@href}">
          <xsl:if test="$lang"><xsl:attribute name="lang"><xsl:value-of select="$lang"/></xsl:attribute></xsl:if>
          <xsl:apply-templates select="title | atom:title"/>
        </a>
      </h3>
      <p class="facts">
        <xsl:for-each select="source"><span><b><xsl:apply-templates select="."/></b></span><xsl:text> </xsl:text></xsl:for-each>
        <span>
          <xsl:call-template name="day">
            <xsl:with-param name="rfc822" select="pubDate"/>
            <xsl:with-param name="iso" select="atom:published"/>
          </xsl:call-template>
        </span>
        <xsl:for-each select="dc:creator | atom:author/atom:name"><xsl:text> </xsl:text><span><xsl:apply-templates select="."/></span></xsl:for-each>
      </p>
      <p class="summary">
        <xsl:if test="$lang"><xsl:attribute name="lang"><xsl:value-of select="$lang"/></xsl:attribute></xsl:if>
        <xsl:apply-templates select="description | atom:summary"/>
      </p>
    </li>
  </xsl:template>

  <!-- `Thu, 03 Oct 2024 ...` or `2024-10-03...` as `3 Oktober 2024`. -->
  <xsl:template name="day">
    <xsl:param name="rfc822"/>
    <xsl:param name="iso"/>
    <xsl:variable name="english" select="substring($rfc822, 9, 3)"/>
    <xsl:variable name="month">
      <xsl:choose>
        <xsl:when test="$iso"><xsl:value-of select="number(substring($iso, 6, 2))"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="(string-length(substring-before('JanFebMarAprMayJunJulAugSepOctNovDec', $english)) div 3) + 1"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="names" select="'Januari  Februari Maret    April    Mei      Juni     Juli     Agustus  SeptemberOktober  November Desember '"/>
    <xsl:variable name="year" select="concat(substring($iso, 1, 4), substring($rfc822, 13, 4))"/>
    <xsl:variable name="number" select="number(concat(substring($iso, 9, 2), substring($rfc822, 6, 2)))"/>
    <time datetime="{$year}-{format-number($month, '00')}-{format-number($number, '00')}">
      <xsl:value-of select="concat($number, ' ', normalize-space(substring($names, ($month - 1) * 9 + 1, 9)), ' ', $year)"/>
    </time>
  </xsl:template>

  <!-- A text as it was before it was escaped as HTML: `&amp;lt;` as `&lt;`, and `&amp;amp;` last. -->
  <xsl:template match="title | description | source | dc:creator | atom:title | atom:subtitle | atom:summary | atom:name">
    <xsl:variable name="opened">
      <xsl:call-template name="replaced">
        <xsl:with-param name="text" select="string(.)"/>
        <xsl:with-param name="old" select="'&amp;lt;'"/>
        <xsl:with-param name="new" select="'&lt;'"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="closed">
      <xsl:call-template name="replaced">
        <xsl:with-param name="text" select="$opened"/>
        <xsl:with-param name="old" select="'&amp;gt;'"/>
        <xsl:with-param name="new" select="'&gt;'"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:call-template name="replaced">
      <xsl:with-param name="text" select="$closed"/>
      <xsl:with-param name="old" select="'&amp;amp;'"/>
      <xsl:with-param name="new" select="'&amp;'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="replaced">
    <xsl:param name="text"/>
    <xsl:param name="old"/>
    <xsl:param name="new"/>
    <xsl:choose>
      <xsl:when test="contains($text, $old)">
        <xsl:value-of select="concat(substring-before($text, $old), $new)"/>
        <xsl:call-template name="replaced">
          <xsl:with-param name="text" select="substring-after($text, $old)"/>
          <xsl:with-param name="old" select="$old"/>
          <xsl:with-param name="new" select="$new"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
